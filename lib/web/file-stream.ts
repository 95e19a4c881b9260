import "server-only";
import type { Opened } from "@/lib/services/file-custody";
import { fileHeaders } from "./file-answer";

type Range = { from: number; to: number };

/** The one stretch that a Range header asks for (`to` exclusive): undefined for everything, null where there is no such stretch. */
export function rangeOf(header: string | null, size: number): Range | undefined | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "");
  if (!found || (!found[1] && !found[2])) return undefined;
  if (!found[1]) return size === 0 || Number(found[2]) === 0 ? null : { from: Math.max(0, size - Number(found[2])), to: size };
  const from = Number(found[1]);
  const to = found[2] ? Math.min(size, Number(found[2]) + 1) : size;
  return from >= size || to <= from ? null : { from, to };
}

/** Whether a request goes on with something of which the beginning was asked for before. */
export const goesOn = (request: Request): boolean => /^bytes=[1-9]/.test(request.headers.get("range") ?? "");

/** An opened file as an answer, as fast as the reader takes it and closed whatever happens. A file that turns out damaged breaks the answer off. */
export async function streamed({ sealed }: Opened, request: Request, headers: Record<string, string>): Promise<Response> {
  const range = rangeOf(request.headers.get("range"), sealed.size);
  const known = fileHeaders({ ...headers, "Accept-Ranges": "bytes" });
  if (range === null) {
    await sealed.close();
    return new Response(null, { status: 416, headers: { ...known, "Content-Range": `bytes */${sealed.size}` } });
  }
  const { from, to } = range ?? { from: 0, to: sealed.size };
  // Next answers HEAD with what GET answers, and never reads its body.
  if (request.method === "HEAD") {
    await sealed.close();
    return new Response(null, { headers: { ...known, "Content-Length": String(sealed.size) } });
  }
  const pieces = sealed.stream(from, to);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next();
          if (!next.done) return controller.enqueue(next.value);
          await sealed.close();
          controller.close();
        } catch (error) {
          await sealed.close();
          controller.error(error);
        }
      },
      async cancel() {
        await pieces.return();
        await sealed.close();
      },
    },
    { highWaterMark: 0 },
  );
  const length = { "Content-Length": String(to - from) };
  return range ? new Response(body, { status: 206, headers: { ...known, ...length, "Content-Range": `bytes ${from}-${to - 1}/${sealed.size}` } }) : new Response(body, { headers: { ...known, ...length } });
}
