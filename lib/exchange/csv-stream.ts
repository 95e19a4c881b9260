import { CsvError, parse } from "csv-parse";
import { detectedDelimiter, signs, type CsvPlace, type CsvProblem, type Delimiter } from "./csv-read";
import { decodedSlices, detectEncoding, type Encoding } from "./decode";
import { unclosedQuote } from "./unclosed-quote";

/** Why a file cannot be read and, where that is known, the line and the cell in which the fault begins. */
export class CsvRefused extends Error {
  constructor(readonly code: CsvProblem, readonly at: CsvPlace = {}) {
    super(code);
  }
}

/** What a file of text turns out to be, before its records are read. */
export type OpenCsv = { encoding: Exclude<Encoding, "auto">; delimiter: Delimiter; records: () => AsyncGenerator<string[]> };

const FIRST = 80_000;

/** Opens the bytes of a CSV file. Its records come one by one and only as fast as they are taken; the file is never one string. Throws `CsvRefused` while reading. */
export function openCsv(bytes: Uint8Array, chosenEncoding: Encoding = "auto", chosen: Delimiter | "auto" = "auto"): OpenCsv {
  const encoding = chosenEncoding === "auto" ? detectEncoding(bytes) : chosenEncoding;
  const delimiter = chosen === "auto" ? detectedDelimiter(new TextDecoder(encoding).decode(bytes.subarray(0, FIRST), { stream: true })) : chosen;
  return { encoding, delimiter, records: () => records(bytes, encoding, delimiter) };
}

async function* records(bytes: Uint8Array, encoding: OpenCsv["encoding"], delimiter: Delimiter): AsyncGenerator<string[]> {
  const parser = parse({ bom: true, delimiter: signs[delimiter], relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] });
  const fed = feed(parser, bytes, encoding);
  try {
    for await (const record of parser) yield record as string[];
    const problem = await fed;
    if (problem) throw problem;
  } catch (error) {
    // A parser that was ended from outside complains that it closed too early: what ended it is the reason.
    const problem = error instanceof CsvError ? undefined : await fed;
    if (problem) throw problem;
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED") throw new CsvRefused("unclosed_quote", unclosedQuote(decodedSlices(bytes, encoding), signs[delimiter]));
    throw new CsvRefused("unreadable", typeof error.lines === "number" ? { line: error.lines } : {});
  } finally {
    parser.destroy();
  }
}

async function feed(parser: ReturnType<typeof parse>, bytes: Uint8Array, encoding: OpenCsv["encoding"]): Promise<CsvRefused | undefined> {
  // Whoever reads the records hears of errors; a parser that was left alone takes nothing more.
  const gone = new Promise<void>((resolve) => parser.once("close", () => resolve()));
  for (const text of decodedSlices(bytes, encoding)) {
    // A table has no use for NUL, and neither has a text column of PostgreSQL.
    if (text.includes("\u0000")) {
      parser.destroy();
      return new CsvRefused("not_text");
    }
    if (parser.destroyed) return undefined;
    if (!parser.write(text)) await Promise.race([new Promise<void>((resolve) => parser.once("drain", () => resolve())), gone]);
  }
  if (!parser.destroyed) parser.end();
  return undefined;
}
