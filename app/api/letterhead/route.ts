import type { NextRequest } from "next/server";
import { AppError } from "@/lib/model/errors";
import { MOST_LOGO_BYTES, setLogo } from "@/lib/services/reports/letterhead";
import { findActor } from "@/lib/web/actor";
import { readBytes } from "@/lib/web/body";
import { isOwnOrigin } from "@/lib/web/origin";

/** What a form puts around a file. */
const MOST_AROUND = 5_000;
const headers = { "Cache-Control": "no-store" };
/** Relative, because a proxy may stand before us. */
const goto = (query: string): Response => new Response(null, { status: 303, headers: { ...headers, Location: `/admin/organisation?${query}#letterhead` } });

/** Takes the organisation's logo, or takes it away. A form posts here and not to an action, because a file comes with it. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403, headers });
  const signedIn = await findActor();
  if (!signedIn) return new Response(null, { status: 303, headers: { ...headers, Location: "/sign-in?next=/admin/organisation" } });
  const body = await readBytes(request, MOST_LOGO_BYTES + MOST_AROUND);
  if (body === undefined) return goto("logo=logo_too_large");
  const form = await new Response(body, { headers: { "Content-Type": request.headers.get("content-type") ?? "" } }).formData().catch(() => undefined);
  const file = form?.get("logo");
  const removes = form?.get("remove") === "yes";
  if (!removes && (!(file instanceof File) || file.size === 0)) return goto("logo=no_file");
  try {
    await setLogo(signedIn.actor, removes || !(file instanceof File) ? null : new Uint8Array(await file.arrayBuffer()));
    return goto("logo=saved");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "forbidden") return new Response(null, { status: 403, headers });
    return goto(`logo=${error.detail.problems?.["logo"]?.code ?? "logo_unreadable"}`);
  }
}
