import "server-only";
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/env";

/** What a preview may cost: ten seconds, half a gigabyte of memory, twenty megabytes of picture. */
const MOST_MS = 10_000;
const MOST_MEMORY = 512 * 1024 * 1024;
const MOST_RESULT = 20 * 1024 * 1024;
const PAGE_OF_MEMORY = 4096;

export type Way = "picture" | "heic" | "page";
export type Drawn = { drawn: Buffer } | { refused: "pixels" | "unreadable" | "time" | "memory" };

let before: Promise<unknown> = Promise.resolve();

/** Draws a picture, or the first page of a document, anew as WebP, in a process that may read nothing but its own code. One at a time. */
export function drawPreview(way: Way, original: AsyncIterable<Uint8Array>): Promise<Drawn> {
  const mine = before.then(() => draw(way, original));
  before = mine.catch(() => undefined);
  return mine;
}

function start(way: Way): ChildProcess {
  const root = path.resolve(/* turbopackIgnore: true */ process.cwd());
  const script = path.join(root, "scripts", "preview-child.ts");
  const readable = [...new Set([path.join(root, "node_modules"), realpathSync(/* turbopackIgnore: true */ path.join(root, "node_modules"))])].map((folder) => `--allow-fs-read=${folder}${path.sep}`);
  const limits = ["--permission", "--allow-addons", ...readable, `--allow-fs-read=${script}`, `--allow-fs-read=${path.join(root, "package.json")}`, "--max-old-space-size=256"];
  return spawn(process.execPath, [...limits, "--experimental-strip-types", "--no-warnings", script, way], { stdio: ["pipe", "pipe", "ignore"], env: env.bareEnvironment });
}

async function draw(way: Way, original: AsyncIterable<Uint8Array>): Promise<Drawn> {
  const child = start(way);
  let stopped: "time" | "memory" | undefined;
  const stop = (why: "time" | "memory") => {
    stopped ??= why;
    child.kill("SIGKILL");
  };
  const clock = setTimeout(() => stop("time"), MOST_MS);
  const watch = setInterval(() => memoryOf(child) > MOST_MEMORY && stop("memory"), 50);
  try {
    const result = collected(child, () => stop("memory"));
    const ended = new Promise<number | null>((resolve) => {
      // Where no process can be started there is no preview; the file is kept all the same.
      child.once("error", () => resolve(null));
      child.once("close", (code) => resolve(code));
    });
    const fed = feed(child, original);
    const code = await ended;
    await fed;
    if (stopped) return { refused: stopped };
    if (code === 0) return { drawn: result() };
    return { refused: code === 2 ? "pixels" : "unreadable" };
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    child.kill("SIGKILL");
  }
}

/** A child that ends before it has read everything closes its ear: that is no error of ours. What cannot be read here is. */
async function feed(child: ChildProcess, original: AsyncIterable<Uint8Array>): Promise<void> {
  const ear = child.stdin;
  if (!ear) return;
  await new Promise<void>((resolve, reject) => {
    const voice = Readable.from(original, { objectMode: false, highWaterMark: 1024 * 1024 });
    voice.once("error", (error) => {
      child.kill("SIGKILL");
      reject(error);
    });
    ear.once("error", () => voice.destroy());
    ear.once("close", () => {
      voice.destroy();
      resolve();
    });
    voice.once("end", () => resolve());
    voice.pipe(ear);
  });
}

function collected(child: ChildProcess, tooMuch: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_RESULT) tooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

/** Memory of the process in bytes where the system tells it (Linux); elsewhere the time and the pixels are the limit. */
function memoryOf(child: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${child.pid}/statm`, "latin1").split(" ")[1]) * PAGE_OF_MEMORY;
  } catch {
    return 0;
  }
}
