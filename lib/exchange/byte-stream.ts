/** Pieces of text as UTF-8 bytes, each asked for when the reader takes it; a reader who goes away ends them, also those that never began. */
export function byteStream(pieces: AsyncGenerator<string, void>, abandoned?: () => Promise<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await pieces.return();
        await abandoned?.();
      },
    },
    { highWaterMark: 1 },
  );
}
