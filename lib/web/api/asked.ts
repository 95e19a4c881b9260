import "server-only";
import type { z } from "zod";
import { coarseSince } from "@/lib/disclosure/coarse-date";
import type { Destination } from "@/lib/model/destination";
import { AppError } from "@/lib/model/errors";
import type { InputContext } from "@/lib/model/fields";
import { problemsOf } from "@/lib/model/form-input";
import { inputContext } from "@/lib/services/organisation";
import { readBody } from "@/lib/web/body";
import { problem, type Problems } from "./answer";

const MEGABYTE = 1024 * 1024;

/** A code for each part that a schema refused. */
const codesOf = (error: z.ZodError): Problems =>
  Object.fromEntries(error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys.map((key) => [[...issue.path, key].join("."), "unknown_key"]) : [[issue.path.join(".") || "body", issue.code]])));

/** The parts of the address after `?`, each at most once. */
export function readQuery(schema: z.ZodObject, params: URLSearchParams): { value: unknown } | Response {
  const twice = [...params.keys()].find((name, at, all) => all.indexOf(name) !== at);
  if (twice !== undefined) return problem(400, "invalid", { problems: { [twice]: "given_twice" } });
  const typed = Object.fromEntries([...params].map(([name, value]) => [name, name === "limit" && /^\d{1,4}$/.test(value) ? Number(value) : value]));
  const parsed = schema.safeParse(typed);
  return parsed.success ? { value: parsed.data } : problem(400, "invalid", { problems: codesOf(parsed.error) });
}

/** `updated_since` as an instant, as exactly as the destination may ask. */
export const sinceOf = (text: string | undefined, { profile }: Pick<Destination, "profile">): number | undefined => (text === undefined ? undefined : coarseSince(Date.parse(text), profile));

/** The JSON of a body, as its schema has it: at most a megabyte, said to be JSON, and nothing in it that is not known. */
export async function readJson(request: Request, schema: z.ZodType): Promise<{ value: unknown; text: string } | Response> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) return problem(415, "unsupported_media_type");
  const text = await readBody(request, MEGABYTE);
  if (text === undefined) return problem(413, "too_large", { headers: { Connection: "close" } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem(400, "not_json");
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data, text } : problem(400, "invalid", { problems: codesOf(parsed.error) });
}

/** What a program sent, read once more as the form of the pages would be; refuses what the form refuses, with the same codes. */
export async function readAsForm<I>(schema: (context: InputContext) => z.ZodType<I>, typed: unknown): Promise<I> {
  const parsed = schema(await inputContext()).safeParse(typed);
  if (!parsed.success) throw new AppError("invalid", { problems: problemsOf(parsed.error) });
  return parsed.data;
}
