import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

export type Running = { pid: number; url: string; stop: () => Promise<void> };

const MS_PER_TICK = 10;
const LONGEST_START_MS = 60_000;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Starts a server of our own on a loopback port and waits until `ready` answers; `stop` ends that process and no other. */
export async function startServer(args: readonly string[], given: { port: number; cwd?: string; env: Record<string, string>; ready: string }): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd: given.cwd, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...given.env } as NodeJS.ProcessEnv });
  const url = `http://127.0.0.1:${given.port}`;
  const stop = () => ended(child);
  process.once("exit", () => child.kill());
  const until = performance.now() + LONGEST_START_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`${args.join(" ")} ended with ${child.exitCode}`);
    const answer = await fetch(url + given.ready, { redirect: "manual" }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer && answer.status < 500) return { pid: child.pid ?? 0, url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${args.join(" ")} did not answer in time`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}

/** A process and whatever it started. Linux only; elsewhere just the process, of which nothing can be read. */
function family(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number));
    return [pid, ...children.flatMap(family)];
  } catch {
    return [];
  }
}

/** Processor milliseconds that a process and its children have used; null where /proc is not there. */
export function cpuMs(pid: number): number | null {
  const processes = family(pid);
  if (processes.length === 0) return null;
  return processes.reduce((sum, each) => {
    const fields = readFileSync(`/proc/${each}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  }, 0);
}

/** Resident memory in MiB, of a process and its children; null where /proc is not there. */
export function rssMiB(pid: number): number | null {
  const processes = family(pid);
  if (processes.length === 0) return null;
  return processes.reduce((sum, each) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1] ?? 0) / 1024, 0);
}
