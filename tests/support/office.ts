import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const MOST_MS = 100_000;

/**
 * A file as LibreOffice writes it in another format, with a profile of its own that goes with it; nothing where there is no LibreOffice. `reading`
 * is its filter for the given file, where that cannot be told from the bytes.
 */
export function throughOffice(bytes: Uint8Array, from: string, to: string, reading?: string): Buffer | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), "office-"));
  try {
    const file = path.join(folder, `given.${from}`);
    writeFileSync(file, bytes);
    const out = path.join(folder, "out");
    const run = spawnSync("soffice", [`-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`, "--headless", ...(reading ? [`--infilter=${reading}`] : []), "--convert-to", to, "--outdir", out, file], { encoding: "utf8", timeout: MOST_MS });
    if (run.error && "code" in run.error && run.error.code === "ENOENT") return undefined;
    if (run.status !== 0) throw new Error(`LibreOffice could not read it: ${run.stderr}`);
    return readFileSync(path.join(out, readdirSync(out)[0] ?? ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
