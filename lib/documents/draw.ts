import { spawn } from "node:child_process";
import path from "node:path";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { env } from "@/lib/env";

export type DocumentFormat = "pdf" | "docx";

const MOST_MS = 180_000;
let before: Promise<unknown> = Promise.resolve();

/** The document as bytes of a format, laid out by a process of its own so that pages go on being answered. One at a time. */
export function drawDocument(format: DocumentFormat, document: ReportDocument, frame: ReportFrame): Promise<Buffer> {
  const mine = before.then(() => draw(format, JSON.stringify({ document, frame })));
  before = mine.catch(() => undefined);
  return mine;
}

function draw(format: DocumentFormat, input: string): Promise<Buffer> {
  const root = path.resolve(/* turbopackIgnore: true */ process.cwd());
  const script = path.join(root, "scripts", "document-child.ts");
  const child = spawn(process.execPath, ["--experimental-strip-types", "--no-warnings", "--max-old-space-size=1024", script, format], { stdio: ["pipe", "pipe", "pipe"], env: env.bareEnvironment });
  const [made, said]: [Buffer[], Buffer[]] = [[], []];
  const clock = setTimeout(() => child.kill("SIGKILL"), MOST_MS);
  return new Promise<Buffer>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => made.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.length < 20 && said.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(Buffer.concat(made)) : reject(new Error(`a ${format} could not be made: ${Buffer.concat(said).toString("utf8").slice(0, 2000)}`))));
    // A child that ends early closes its ear; why it ended is told by its code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  }).finally(() => clearTimeout(clock));
}
