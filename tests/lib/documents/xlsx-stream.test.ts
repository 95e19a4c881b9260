import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import readXlsxFile, { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { xlsxStream, type SheetCell } from "@/lib/documents/xlsx-stream";

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> => Buffer.from(await new Response(stream).arrayBuffer());

async function* batchesOf(rows: SheetCell[][], size: number, seen?: () => void): AsyncGenerator<SheetCell[][], void> {
  for (let at = 0; at < rows.length; at += size) {
    seen?.();
    yield rows.slice(at, at + size);
  }
}

const about = { name: "About", head: [], rows: [["schema", "erkin/1"]], widths: [20, 60] };
const book = (rows: SheetCell[][], size = 100) => ({ records: { name: "cases", head: [["id", "text"]], batches: batchesOf(rows, size) }, about, at: Date.UTC(2019, 9, 31, 13) });

describe("a workbook written as the records come", () => {
  it("is read by another program as it was written", async () => {
    const rows: SheetCell[][] = [["1", "Қайрат Әбілов"], [2, true], ["<&>", "_x0041_ and\nline"], ["", "only the second"]];
    const bytes = await bytesOf(xlsxStream(book(rows)));
    const read = await readSheet(bytes, 1);
    expect(read).toEqual([["id", "text"], ["1", "Қайрат Әбілов"], [2, true], ["<&>", expect.any(String)], [null, "only the second"]]);
    expect(await readSheet(bytes, "About")).toEqual([["schema", "erkin/1"]]);
    expect((await readXlsxFile(bytes)).map(({ sheet }) => sheet)).toEqual(["cases", "About"]);
  });

  it("goes on in another sheet where one is full, and loses nothing", async () => {
    const rows = Array.from({ length: 25 }, (_, at): SheetCell[] => [at, `n${at}`]);
    const bytes = await bytesOf(xlsxStream(book(rows, 7), 11));
    expect((await readXlsxFile(bytes)).map(({ sheet, data }) => [sheet, data.length])).toEqual([["cases", 11], ["cases 2", 11], ["cases 3", 6], ["About", 1]]);
    const all = (await readXlsxFile(bytes)).slice(0, 3).flatMap(({ data }) => data.slice(1).map(([first]) => first));
    expect(all).toEqual(rows.map(([first]) => first));
  });

  it("asks for records only as the reader takes bytes, and stops when the reader goes away", async () => {
    let asked = 0;
    let closed = false;
    const endless = (async function* (): AsyncGenerator<SheetCell[][], void> {
      try {
        for (let at = 0; at < 1_000_000; at++) {
          asked++;
          yield [[Math.sin(at), `${Math.sin(at * 7)}`.repeat(500)]];
        }
      } finally {
        closed = true;
      }
    })();
    const reader = xlsxStream({ records: { name: "cases", head: [], batches: endless }, about, at: 0 }).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThan(5000);
    await reader.cancel();
    expect(closed).toBe(true);
  });

  it("carries no date of the hour, no author and nothing of this machine", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "erkin-xlsx-"));
    const file = path.join(folder, "book.xlsx");
    writeFileSync(file, await bytesOf(xlsxStream(book([["1", "2"]]))));
    execFileSync("unzip", ["-q", file, "-d", folder]);
    expect(readFileSync(path.join(folder, "docProps/app.xml"), "utf8")).toContain("<Application>Erkin</Application>");
    expect(readFileSync(path.join(folder, "xl/workbook.xml"), "utf8")).toContain('name="cases"');
  });
});
