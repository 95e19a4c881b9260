import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { argumentsOf, type CommandName } from "../../support/commands";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Each worker has ports of its own, and none that the system gives to whoever asks for any: nobody takes one between the look and the start. */
let nextPort = 21_000 + Number(process.env.TEST_PARALLEL_INDEX ?? 0) * 1000;

async function freePort(): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const port = nextPort++;
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => probe.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true)));
    await new Promise((resolve) => probe.close(resolve));
    if (free) return port;
  }
  throw new Error("no port");
}

const newFolder = () => mkdtempSync(path.join(tmpdir(), "erkin-e2e-"));

/** Erkin as `npm start` runs it, with a data folder of its own. */
export class Server {
  dataDir = newFolder();
  url = "";
  /** The one-time link that the terminal shows while nobody has set Erkin up. */
  setupLink: string | undefined;
  output = "";
  /** Further settings, until the next file of tests. */
  settings: Record<string, string> = {};
  private child: ChildProcess | undefined;

  /** A new, empty installation: each file of tests begins with it. */
  async fresh(): Promise<void> {
    await this.dispose();
    this.dataDir = newFolder();
    this.settings = {};
  }

  /** Records a fixture (or the sample data) with the command line; the server must not run. */
  seed(fixture: object | "sample", now?: string): void {
    const file = path.join(this.dataDir, "fixture.json");
    if (fixture !== "sample") writeFileSync(file, JSON.stringify(fixture));
    const args = fixture === "sample" ? ["--sample"] : ["--fixture", file];
    const run = this.command("seed", args, now);
    if (run.status !== 0) throw new Error(`seed failed (${run.status}): ${run.output}`);
  }

  /** Runs one of the project's commands on the same data. */
  command(name: CommandName, args: readonly string[], now?: string): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...argumentsOf(name), ...args], { cwd: ROOT, encoding: "utf8", env: this.environment(now) });
    return { status, output: `${stdout}${stderr}` };
  }

  /** `from` "source" is what `npm start` does, to the letter; "made" differs in how long it takes. */
  async start(now?: string, from: "made" | "source" = "made"): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.output = "";
    this.setupLink = undefined;
    // A group of its own, so that stopping reaches the web server behind the starter.
    const child = spawn(process.execPath, argumentsOf("start", from), { cwd: ROOT, detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...this.environment(now), PORT: String(port) } });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) throw new Error(`the server ended: ${this.output}`);
      if (await this.answers()) {
        this.setupLink = /(http\S+\/setup\?token=\S+)/.exec(this.output)?.[1];
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the server does not answer: ${this.output}`);
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health`)).ok;
    } catch {
      return false;
    }
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child?.pid || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGTERM");
    await ended;
  }

  /** Memory of all processes of the server together, in bytes (Linux; 0 elsewhere). */
  memory(): number {
    if (process.platform !== "linux" || !this.child?.pid) return 0;
    const pages = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((id) => {
      try {
        const group = readFileSync(`/proc/${id}/stat`, "latin1").replace(/^.*\) /, "").split(" ")[2];
        return Number(group) === this.child?.pid ? Number(readFileSync(`/proc/${id}/statm`, "latin1").split(" ")[1]) : 0;
      } catch {
        // It ended meanwhile.
        return 0;
      }
    });
    return pages.reduce((sum, each) => sum + each, 0) * 4096;
  }

  /** The same data with another "now". */
  async restart(now?: string): Promise<void> {
    await this.stop();
    await this.start(now);
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private environment(now?: string): NodeJS.ProcessEnv {
    const { ERKIN_NOW: _, DATABASE_URL: __, ...rest } = process.env;
    return { ...rest, DATA_DIR: this.dataDir, HOST: "127.0.0.1", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...this.settings, ...(now ? { ERKIN_NOW: now } : {}) };
  }
}
