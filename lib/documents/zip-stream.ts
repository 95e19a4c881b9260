import { Readable } from "node:stream";
import { ZipArchive } from "archiver";

/** One file of an archive: a name with forward slashes, and its bytes in pieces, read once and never held as a whole. `store` for what cannot be made smaller. */
export type Member = { name: string; pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>; store?: boolean };

const HELD = 1 << 18;

/**
 * A ZIP archive of any size as bytes, no faster than the reader takes them: each member is asked for when the one before it has been read to its
 * end, so the next may depend on it. Whatever goes wrong breaks the archive off before its directory, so that it does not open. Every member
 * is dated with `at` (epoch milliseconds). A reader who goes away ends the members.
 */
export function zipStream(members: AsyncGenerator<Member, void>, at: number): ReadableStream<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level: 4 }, highWaterMark: HELD });
  const date = new Date(at);
  let source: Readable | undefined;
  const next = async (): Promise<void> => {
    const asked = await members.next();
    if (asked.done) return void archive.finalize();
    const { name, pieces, store = false } = asked.value;
    source = Readable.from(followed(pieces), { objectMode: false, highWaterMark: HELD });
    source.on("error", (error) => archive.destroy(error));
    archive.append(source, { name, date, store });
  };
  async function* followed(pieces: Member["pieces"]): AsyncGenerator<string | Uint8Array> {
    for await (const piece of pieces) if (piece.length) yield piece;
    await next();
  }
  const end = async () => {
    source?.destroy();
    await members.return();
  };
  archive.on("error", (error) => archive.destroy(error));
  let bytes: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (!bytes) {
            bytes = archive[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
            await next();
          }
          const piece = await bytes.next();
          if (piece.done) controller.close();
          else controller.enqueue(piece.value);
        } catch (error) {
          await end();
          controller.error(error);
        }
      },
      async cancel() {
        archive.destroy();
        await end();
      },
    },
    { highWaterMark: 0 },
  );
}
