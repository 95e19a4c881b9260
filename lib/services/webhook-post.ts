import "server-only";
import { createHmac } from "node:crypto";
import { request as overHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as overHttps } from "node:https";
import { realNow } from "./clock";
import { guardedLookup, mayCall } from "./webhook-address";

const TIMEOUT_MS = 10_000;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 of "<seconds>.<body>" with the secret; the time lets a receiver refuse what was recorded and sent again. */
export function signatureOf(secret: string, body: string, at: number): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

export type Posted = { ok: boolean; /** The HTTP status, or why there was none. */ status: string };

/** Sends one signed body and reads no more than the status of the answer. Redirects are not followed: only the address itself was agreed to. */
export async function postSigned(address: string, { secret, body, event, id }: { secret: string; body: string; event: string; id: string }): Promise<Posted> {
  const url = new URL(address);
  if (!mayCall(url.hostname)) return { ok: false, status: "inside" };
  const options: RequestOptions = {
    method: "POST",
    lookup: guardedLookup,
    agent: false,
    headers: { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), "User-Agent": "Erkin", "Erkin-Event": event, "Erkin-Delivery": id, "Erkin-Signature": signatureOf(secret, body, realNow()) },
  };
  return new Promise((settle) => {
    const sent = (url.protocol === "https:" ? overHttps : overHttp)(url, options, (answer: IncomingMessage) => {
      const { statusCode = 0 } = answer;
      finish({ ok: statusCode >= 200 && statusCode < 300, status: String(statusCode) });
    });
    const timer = setTimeout(() => finish({ ok: false, status: "timeout" }), TIMEOUT_MS);
    function finish(posted: Posted): void {
      clearTimeout(timer);
      settle(posted);
      // Whatever else the receiver has to say is not read.
      sent.destroy();
    }
    sent.on("error", (error) => finish({ ok: false, status: reasonOf(error) }));
    sent.end(body);
  });
}

const reasons: Record<string, string> = { EINSIDE: "inside", ENOTFOUND: "unknown_host", EAI_AGAIN: "unknown_host", ECONNREFUSED: "refused", ECONNRESET: "broken_off", EHOSTUNREACH: "unreachable", ENETUNREACH: "unreachable" };

const reasonOf = (error: Error): string => {
  const code = "code" in error ? String(error.code) : "";
  return reasons[code] ?? (/CERT|TLS|SSL/.test(code) ? "certificate" : "failed");
};
