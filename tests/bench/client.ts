import { Agent, request } from "node:http";
import { LOGIN, PASSWORD } from "./asker";

export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer; firstByteMs: number; totalMs: number };
type Options = { method?: string; headers?: Record<string, string>; body?: string; discard?: boolean };

/** A browser's worth of HTTP on kept-alive loopback connections, with its cookies. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });
  readonly #cookies = new Map<string, string>();
  constructor(readonly origin: string) {}

  send(path: string, { method = "GET", headers = {}, body, discard = false }: Options = {}): Promise<Answer> {
    const start = performance.now();
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      const sent = request(this.origin + path, { method, agent: this.#agent, headers: { accept: "text/html", ...(cookie ? { cookie } : {}), ...headers } }, (answer) => {
        const chunks: Buffer[] = [];
        let firstByteMs = 0;
        let size = 0;
        answer.on("data", (chunk: Buffer) => {
          firstByteMs ||= performance.now() - start;
          size += chunk.length;
          if (!discard) chunks.push(chunk);
        });
        answer.on("error", reject);
        answer.on("end", () => {
          for (const line of answer.headers["set-cookie"] ?? []) this.#keep(line);
          const received = discard ? Buffer.alloc(0) : Buffer.concat(chunks);
          resolve({ status: answer.statusCode ?? 0, headers: { ...answer.headers, "x-size": String(size) }, body: received, firstByteMs, totalMs: performance.now() - start });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  #keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name) this.#cookies.set(name, value ?? "");
  }

  post(path: string, values: Record<string, string>): Promise<Answer> {
    return this.send(path, { method: "POST", body: new URLSearchParams(values).toString(), headers: { "content-type": "application/x-www-form-urlencoded", origin: this.origin } });
  }

  async signIn(): Promise<void> {
    const { csrfToken } = JSON.parse((await this.send("/api/auth/csrf")).body.toString()) as { csrfToken: string };
    await this.post("/api/auth/callback/credentials", { csrfToken, login: LOGIN, password: PASSWORD, json: "true" });
    if (![...this.#cookies.keys()].some((name) => name.includes("session"))) throw new Error("the benchmark's user could not sign in");
  }

  close(): void {
    this.#agent.destroy();
  }
}
