import type { NextRequest } from "next/server";
import { AppError } from "@/lib/model/errors";
import { readFeed } from "@/lib/services/calendar-feeds";
import { takeTokens } from "@/lib/services/calculator-allowance";
import { networkOf } from "@/lib/web/request";

const guard = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex" };
const TOKEN = /^([A-Za-z0-9_-]{43})(?:\.ics)?$/;

/** A calendar for a program that knows its address; whoever does not know it whole learns nothing, not even that there is one. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    takeTokens(`calendar|${await networkOf()}`, 1);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(null, { status: 429, headers: { ...guard, "Retry-After": String(error.detail.params?.["seconds"] ?? 60) } });
  }
  const token = TOKEN.exec((await params).token)?.[1];
  const feed = token === undefined ? undefined : await readFeed(token);
  if (!feed) return new Response(null, { status: 404, headers: guard });
  const headers = { ...guard, ETag: feed.etag };
  if (request.headers.get("if-none-match")?.split(/\s*,\s*/).some((known) => known.replace(/^W\//, "") === feed.etag)) return new Response(null, { status: 304, headers });
  return new Response(feed.body, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="calendar.ics"' } });
}
