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

/** The origin to write into a link for somebody else: the configured one, else the loopback address that this reader uses. */
export function ownAddress(headers: { get(name: string): string | null }): string {
  const origins = ownOrigins();
  const here = `http://${headers.get("host") ?? ""}`;
  return origins.find((origin) => origin === here) ?? origins[0] ?? here;
}
