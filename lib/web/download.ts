import "server-only";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { findActor } from "./actor";

export type Attachment = { name: string; type: string; body: ReadableStream<Uint8Array> };

const refusals: Partial<Record<AppError["code"], number>> = { not_found: 404, forbidden: 403, link_used: 410, invalid: 410, disk_full: 507 };
const refused = (status: number): Response => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** A file made for whoever is signed in, or why not; never kept by anybody on the way. A link from elsewhere opens nothing. */
export async function attachment(request: Request, make: (actor: Actor) => Promise<Attachment>): Promise<Response> {
  if (request.headers.get("sec-fetch-site") === "cross-site") return refused(403);
  const signedIn = await findActor();
  if (!signedIn) return refused(401);
  try {
    const { name, type, body } = await make(signedIn.actor);
    return new Response(body, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } });
  } catch (error) {
    const status = error instanceof AppError ? refusals[error.code] : undefined;
    if (status === undefined) throw error;
    return refused(status);
  }
}
