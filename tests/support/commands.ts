import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "vite";

const root = path.resolve(import.meta.dirname, "../..");
const names = ["audit", "erkin", "evidence", "release", "rules", "seed", "start"] as const;
/** What finds a program or a file of its own beside itself stays where it is. */
const external = ["better-sqlite3", "@node-rs/argon2", "pg", "sharp", "libheif-js", "next", "next-auth", "@hyzyla/pdfium", "archiver", "@react-pdf/renderer", "docx"];

/**
 * Makes one file of each command: a process then begins in a third of a second instead of three. For this process and all that it starts; answers
 * what takes them away again.
 */
export async function makeCommands(): Promise<() => void> {
  const kept = path.join(root, ".cache", "commands");
  mkdirSync(kept, { recursive: true });
  // Inside the project, or the packages that stay outside were not found.
  const folder = mkdtempSync(path.join(kept, "run-"));
  await build({
    configFile: false,
    root,
    logLevel: "error",
    resolve: { alias: { "@": root } },
    ssr: { target: "node", noExternal: true, external, resolve: { conditions: ["react-server", "node", "import", "module", "default"] } },
    build: { ssr: true, outDir: folder, minify: false, target: "node22", rolldownOptions: { input: Object.fromEntries(names.map((name) => [name, path.join(root, "scripts", `${name}.ts`)])) } },
  });
  process.env.COMMANDS_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

export type CommandName = (typeof names)[number];

/** Arguments of Node for a command: as `makeCommands` made it, or from its source as `npm run` does it, with the same answers more slowly. */
export function argumentsOf(name: CommandName, from: "made" | "source" = "made"): string[] {
  const made = process.env.COMMANDS_FOLDER;
  if (from === "source") return ["--conditions=react-server", "--import", "tsx", `scripts/${name}.ts`];
  if (made === undefined) throw new Error("makeCommands comes first");
  return ["--conditions=react-server", path.join(made, `${name}.js`)];
}
