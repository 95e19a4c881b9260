import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/web/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What scripts need to sign in and out; the session is read on the server only and never handed to a page's scripts. */
const OPEN = ["csrf", "callback", "signout"];

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  if (!OPEN.includes(action)) return new Response(null, { status: 404 });
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>;
}

export { handler as GET, handler as POST };
