import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/web/auth";
import { isOwnOrigin } from "@/lib/web/origin";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What scripts need to sign in and out; the session is read on the server only and never handed to a page's scripts. */
const OPEN = ["csrf", "callback", "signout"];
const MOST_BYTES = 16_384;

const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  if (!OPEN.includes(action)) return refused(404);
  if (request.method === "POST") {
    if (!isOwnOrigin(request.headers)) return refused(403);
    // A body of unknown length is as unwelcome as one that is too long: it would be read to its end.
    if (!(Number(request.headers.get("content-length") ?? NaN) <= MOST_BYTES)) return refused(413);
  }
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>;
}

export { handler as GET, handler as POST };
