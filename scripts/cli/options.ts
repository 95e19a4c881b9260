import { parseArgs } from "node:util";
import { Stop } from "./command";

type Kind = "text" | "texts" | "flag";
type Given<K extends Kind> = K extends "flag" ? boolean : K extends "texts" ? string[] : string | undefined;
export type Options<S extends Record<string, Kind>> = { [N in keyof S]: Given<S[N]> };

/** Reads the words after a command: so many names without dashes, and the options that it knows. Anything else is wrong usage. */
export function readOptions<S extends Record<string, Kind>>(args: readonly string[], spec: S, names: number): { names: string[]; options: Options<S> } {
  const options = Object.fromEntries(Object.entries(spec).map(([name, kind]) => [name, { type: kind === "flag" ? "boolean" : "string", multiple: kind === "texts" } as const]));
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Stop("usage", error instanceof Error ? error.message : String(error));
  }
  if (parsed.positionals.length !== names) throw new Stop("usage", parsed.positionals.length < names ? "Something is missing." : `This is too much: ${parsed.positionals.slice(names).join(" ")}`);
  const empty = { flag: false, texts: [], text: undefined };
  return { names: parsed.positionals, options: Object.fromEntries(Object.entries(spec).map(([name, kind]) => [name, parsed.values[name] ?? empty[kind]])) as Options<S> };
}

export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw new Stop("usage", `--${option} is missing.`);
  return value;
}

export function oneOf<const V extends string>(value: string, values: readonly V[], what: string): V {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new Stop("usage", `${what} must be one of: ${values.join(", ")}.`);
  return found;
}
