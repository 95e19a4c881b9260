import type { NextRequest } from "next/server";
import { openApiDocument } from "@/lib/api/document";
import { apiHeaders, problem } from "@/lib/web/api/answer";
import { ownAddress } from "@/lib/web/origin";

const ALLOWED = "GET, HEAD, OPTIONS";

/** What the API is, for programs that make a client of it. It tells nothing of what is recorded and so asks for no token. */
export function GET(request: NextRequest): Response {
  return Response.json(openApiDocument(ownAddress(request.headers)), { headers: apiHeaders({ "Content-Type": "application/vnd.oai.openapi+json;version=3.1" }) });
}

export function HEAD(request: NextRequest): Response {
  const { status, headers } = GET(request);
  return new Response(null, { status, headers });
}

export const OPTIONS = (): Response => new Response(null, { status: 204, headers: apiHeaders({ Allow: ALLOWED }) });

const refused = (): Response => problem(405, "method_not_allowed", { headers: { Allow: ALLOWED } });
export { refused as POST, refused as PUT, refused as PATCH, refused as DELETE };
