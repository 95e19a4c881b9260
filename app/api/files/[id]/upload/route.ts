import type { NextRequest } from "next/server";
import { FileProblem } from "@/lib/model/file";
import { cancelUpload, finishUpload, getUpload, receivePart } from "@/lib/services/file-uploads";
import { answered, asActor } from "@/lib/web/file-answer";

type Context = { params: Promise<{ id: string }> };

/** How far an upload is. */
export const GET = (request: NextRequest, { params }: Context): Promise<Response> => asActor(request, async (actor) => answered(await getUpload(actor, (await params).id)), { changes: false });

/** One part: its bytes as the body, `offset` in the address, its length in Content-Length, its SHA-256 (hex) in X-Part-SHA256. */
export const PUT = (request: NextRequest, { params }: Context): Promise<Response> =>
  asActor(request, async (actor) => {
    const [offset, length] = [whole(request.nextUrl.searchParams.get("offset")), whole(request.headers.get("content-length"))];
    if (offset === undefined || length === undefined) throw new FileProblem("wrong_length");
    return answered(await receivePart(actor, (await params).id, { offset, length, sha256: hashOf(request.headers.get("x-part-sha256")) }, request.body));
  });

/** All parts are here: takes the file. The sender may say its SHA-256 (hex) in X-File-SHA256. */
export const POST = (request: NextRequest, { params }: Context): Promise<Response> => asActor(request, async (actor) => answered(await finishUpload(actor, (await params).id, hashOf(request.headers.get("x-file-sha256")))));

/** Gives the upload up. */
export const DELETE = (request: NextRequest, { params }: Context): Promise<Response> => asActor(request, async (actor) => answered(await cancelUpload(actor, (await params).id)));

const whole = (text: string | null): number | undefined => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined);

function hashOf(text: string | null): string | null {
  if (text !== null && !/^[0-9a-f]{64}$/.test(text)) throw new FileProblem("wrong_hash");
  return text;
}
