import { env } from "@/lib/env";

/** The origins that may change state here: the configured one, else the loopback addresses of this port. */
export function ownOrigins(): string[] {
  if (env.appOrigin) return [env.appOrigin];
  return ["127.0.0.1", "localhost", "[::1]"].map((host) => `http://${host}:${env.port}`);
}

/** WH-2: a request without an Origin, or with another site's, changes nothing. */
export function isOwnOrigin(headers: { get(name: string): string | null }): boolean {
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  return ownOrigins().includes(headers.get("origin") ?? "");
}
