import { createWriteStream, existsSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Stop } from "./command";

/** Writes a new file that nobody else can read, under its name only when it is whole; `-` is the standard output. Answers its size in bytes. */
export async function writeOut(out: string, body: ReadableStream<Uint8Array> | Uint8Array): Promise<{ out: string; bytes: number }> {
  const source = body instanceof Uint8Array ? Readable.from([body]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  if (out === "-") {
    await pipeline(source, process.stdout, { end: false });
    return { out, bytes: 0 };
  }
  const target = checkedOut(out);
  const half = halfOf(target);
  try {
    await pipeline(source, createWriteStream(half, { mode: 0o600, flags: "wx", flush: true }));
    await rename(half, target);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) await rm(half, { force: true });
    throw error;
  }
  return { out: target, bytes: (await stat(target)).size };
}

const halfOf = (target: string): string => `${target}.part`;

/** The path that may be written: a file that is not there yet, nor half of one that a run which was cut off left behind. */
export function checkedOut(out: string): string {
  const target = path.resolve(out);
  if (out !== "-" && existsSync(target)) throw new Stop("refused", `${target} exists already; nothing is overwritten.`);
  if (out !== "-" && existsSync(halfOf(target))) throw new Stop("refused", `${halfOf(target)} lies in the way: another run is at it, or was cut off and left records behind. Take it away first.`);
  return target;
}
