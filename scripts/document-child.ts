/**
 * Lays one document out and nothing else: a document and its frame come in as JSON on standard input, the bytes go out on standard output. Runs in
 * a process of its own without React's server condition; it holds no key, no secret and no address.
 */
import type { DocumentFormat } from "@/lib/documents/draw";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";

type Draw = (document: ReportDocument, frame: ReportFrame) => Promise<Buffer>;

/** Node takes the types away by itself, but knows neither our short names nor files without their ending. */
const ways: Record<DocumentFormat, () => Promise<Draw>> = {
  pdf: async () => ((await import(new URL("../lib/documents/pdf-draw.ts", import.meta.url).href)) as { drawPdf: Draw }).drawPdf,
  docx: async () => ((await import(new URL("../lib/documents/docx-draw.ts", import.meta.url).href)) as { drawDocx: Draw }).drawDocx,
};

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { document, frame } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { document: ReportDocument; frame: ReportFrame };

/** Whatever a writer notes down about the moment of its writing is the day of the document and no more. */
const day = Date.parse(`${frame.day}T00:00:00Z`);
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [day] : given) as Date,
  get: (target, name) => (name === "now" ? () => day : (Reflect.get(target, name) as unknown)),
});

const draw = await ways[process.argv[2] as DocumentFormat]();
process.stdout.write(await draw(document, frame));
