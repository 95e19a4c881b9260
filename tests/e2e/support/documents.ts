import { readFile } from "node:fs/promises";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import type { Download } from "@playwright/test";
import mammoth from "mammoth";

/** What another program reads in a PDF, its pages one after the other. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return inOne(pages.join(" "));
}

/** What another program reads in a DOCX. */
export const textOfDocx = async (bytes: Buffer): Promise<string> => inOne((await mammoth.extractRawText({ buffer: bytes })).value);

export const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** Lines break where a page ends: only the words count. */
const inOne = (text: string): string => text.replace(/[\s\u00a0]+/g, " ");
