import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import mammoth from "mammoth";
import { pdfPages } from "../../support/pdf-pages";

/** What another program reads in a PDF, its pages one after the other. */
export const textOfPdf = (bytes: Uint8Array): string => inOne(pdfPages(bytes).join(" "));

/** What another program reads in a DOCX. */
export const textOfDocx = async (bytes: Buffer): Promise<string> => inOne((await mammoth.extractRawText({ buffer: bytes })).value);

export const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** Lines break where a page ends: only the words count. */
const inOne = (text: string): string => text.replace(/[\s\u00a0]+/g, " ");
