import "server-only";
import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { FileProblem } from "@/lib/model/file";

/** The parts of a form as they come: the fields before the first file, and that file as a stream that must be read. */
export type FormParts = { fields: Map<string, string>; name: string; file: AsyncIterable<Uint8Array> };

const LIMITS = { fields: 10, fieldSize: 2000, fieldNameSize: 100, files: 1, parts: 12, headerPairs: 50 };

/** Reads a plain form with one file, field by field; `take` reads the file while it comes. */
export async function readMultipart<T>(headers: Headers, body: AsyncIterable<Uint8Array>, take: (parts: FormParts) => Promise<T>): Promise<T> {
  const type = headers.get("content-type") ?? "";
  if (!/^multipart\/form-data;/i.test(type)) throw new FileProblem("unreadable");
  const fields = new Map<string, string>();
  const source = Readable.from(body, { objectMode: false });
  let open: Readable | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      let taken = false;
      const parser = reader(type);
      parser.on("field", (name: string, value: string) => void fields.set(name, value));
      parser.on("file", (_field: string, stream: Readable, name: string | undefined) => {
        if (taken || !name) return void stream.resume();
        taken = true;
        open = stream;
        // Whoever reads it hears of the error; where nobody does any more it must not end the process.
        stream.on("error", () => undefined);
        take({ fields, name, file: stream }).then(resolve, reject);
      });
      parser.once("error", () => reject(new FileProblem("unreadable")));
      parser.once("finish", () => taken || reject(new FileProblem("nothing_chosen")));
      source.once("error", reject);
      source.pipe(parser);
    });
  } catch (error) {
    open?.destroy(error instanceof Error ? error : undefined);
    throw error;
  } finally {
    source.destroy();
  }
}

function reader(type: string): BusboyInstance {
  try {
    return new Busboy({ headers: { "content-type": type }, limits: LIMITS });
  } catch {
    throw new FileProblem("unreadable");
  }
}

