import { Readable } from "node:stream";
import { ZipArchive } from "archiver";

/** Adds a member whose bytes come as they are asked for; only one is read at a time. */
export type AddMember = (name: string, pieces: AsyncIterable<string | Uint8Array>) => void;

type Made = {
  /** Called once; adds the first members. More may be added while the last one is being read, and nothing after it. */
  begin: (add: AddMember) => void;
  /** Called however it ends, also when the reader goes away: closes what the members are read from. */
  end: () => Promise<void>;
  /** Epoch milliseconds that every member is dated with. */
  at: number;
  /** 0 keeps what cannot be made smaller, 9 takes longest. */
  level?: number;
};

/**
 * A ZIP archive of any size as bytes, no faster than the reader takes them. It ends with the last member that was added; whatever goes wrong
 * while a member is read breaks the archive off, so that it does not open.
 */
export function zipStream({ begin, end, at, level = 4 }: Made): ReadableStream<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level }, highWaterMark: 1 << 18 });
  const date = new Date(at);
  let waiting = 0;
  const add: AddMember = (name, pieces) => {
    waiting++;
    const source = Readable.from(counted(pieces), { objectMode: false, highWaterMark: 1 << 18 });
    source.on("error", (error) => archive.destroy(error));
    archive.append(source, { name, date });
  };
  async function* counted(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
    for await (const piece of pieces) if (piece.length) yield piece;
    waiting--;
    if (waiting === 0) queueMicrotask(() => void archive.finalize());
  }
  archive.on("error", (error) => archive.destroy(error));
  let bytes: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (!bytes) {
            bytes = archive[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
            begin(add);
          }
          const next = await bytes.next();
          if (!next.done) return controller.enqueue(next.value);
          await end();
          controller.close();
        } catch (error) {
          await end();
          controller.error(error);
        }
      },
      async cancel() {
        archive.abort();
        archive.destroy();
        await end();
      },
    },
    { highWaterMark: 0 },
  );
}
