import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";

/** Nonce and headers only; who may see what is decided by pages and services. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const development = !env.isProduction;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  if (env.isSecure) response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

// Evidence files, and files of rows that are brought in, go past: a proxy keeps a copy of each body and cuts it. Their route handlers set the headers themselves (lib/web/file-answer.ts).
export const config = { matcher: ["/((?!_next/static/|favicon\\.ico$|icon\\.svg$|api/files(?:/|$)|api/imports$).*)"] };
