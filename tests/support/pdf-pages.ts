import { execFileSync } from "node:child_process";

const script = `const { PDFiumLibrary } = require("@hyzyla/pdfium");
const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk)).on("end", async () => {
  const read = await (await PDFiumLibrary.init()).loadDocument(Buffer.concat(chunks));
  const pages = Array.from({ length: read.getPageCount() }, (_, at) => read.getPage(at).getText());
  process.stdout.write(JSON.stringify(pages), () => process.exit(0));
});`;

/**
 * The text of each page of a PDF as a program that is not ours reads it, in a process of its own: PDFium gives a font the letters that a font of
 * the same name had in the document before, and of letters that this one lacked nothing is read.
 */
export const pdfPages = (bytes: Uint8Array): string[] => JSON.parse(execFileSync(process.execPath, ["-e", script], { input: bytes, maxBuffer: 100_000_000, encoding: "utf8" })) as string[];
