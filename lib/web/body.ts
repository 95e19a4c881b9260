import "server-only";

/** The bytes of a request's body; undefined where there are more than `most`, without reading on. */
export async function readBytes(request: Request, most: number): Promise<Buffer<ArrayBuffer> | undefined> {
  const declared = request.headers.get("content-length");
  if (declared !== null && !(Number(declared) <= most)) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** The text of a request's body; undefined where it is longer than `most` bytes. */
export const readBody = async (request: Request, most: number): Promise<string | undefined> => (await readBytes(request, most))?.toString("utf8");
