import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { csvText } from "@/lib/exchange/csv";
import { exampleAllegation, exampleCase, examplePerson } from "@/lib/exchange/out-example";
import { outCells, outColumns, outFacts, readOutCells } from "@/lib/exchange/out-columns";
import { outJson } from "@/lib/exchange/out-json";
import { instant, outSchemas, readOutFile, type OutHead, type OutKind, type OutRecords } from "@/lib/exchange/out-schema";
import { outRows } from "@/lib/exchange/out-words";

const kinds = Object.keys(outSchemas) as OutKind[];

/** Any record that the schema allows, made from the schema itself; what a cell cannot tell apart is left out (see docs/export-format.md). */
function anything(schema: z.ZodType, name = ""): fc.Arbitrary<unknown> {
  const { type, innerType, element, entries } = (schema as unknown as { def: { type: string; innerType?: z.ZodType; element?: z.ZodType; entries?: Record<string, string> } }).def;
  if (type === "nullable" && innerType) return fc.option(anything(innerType, name), { nil: null });
  if (type === "object") return fc.record(Object.fromEntries(Object.entries((schema as z.ZodObject).shape).map(([key, part]) => [key, anything(part as unknown as z.ZodType, key)])));
  if (type === "array" && element) return fc.array(anything(element, name), { maxLength: 3 });
  if (type === "enum" && entries) return fc.constantFrom(...Object.values(entries));
  if (schema === instant) return fc.integer({ min: Date.UTC(1930, 0), max: Date.UTC(2100, 0) });
  if (type === "number") return fc.integer({ min: 0, max: 1_000_000 });
  if (type === "boolean") return fc.boolean();
  if (name === "zone") return fc.constantFrom("Asia/Almaty", "Europe/Moscow", "UTC");
  if (["acts", "caseIds"].includes(name) || name === "id") return fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
  return fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), fc.constantFrom("=1+1", "\t@x", "'=", "a;b|c", 'say "so"', "line\nline", "Қайрат Әбілов"));
}

const head = (what: OutKind): OutHead => ({ schema: "erkin/1", export: "1", what, profile: "public", recipient: null, purpose: "publication", madeAt: "2019-11-01T03:00:00.000Z", by: "An organisation", filter: null });
async function* once<T>(batch: T[]): AsyncGenerator<T[], void> {
  yield batch;
}

async function textOf(what: OutKind, records: object[]): Promise<string> {
  let text = "";
  for await (const piece of outJson(head(what), once(records))) text += piece;
  return text;
}

describe("erkin/1", () => {
  it.each(kinds)("%s read back from JSON as they were", async (what) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything(outSchemas[what]), { maxLength: 4 }), async (records) => {
        const read = readOutFile(await textOf(what, records as object[]));
        expect(read.records).toEqual(records);
        expect(read.head).toEqual(head(what));
      }),
      { numRuns: 40 },
    );
  });

  it.each(kinds)("%s read back from the cells of CSV as they were, by their keys and past the words", (what) => {
    const rows = outRows(what, { column: (path) => path.join(" "), label: (_list, value) => `words of ${value}`, term: (term) => `term ${term}`, keptSource: "somebody" });
    fc.assert(
      fc.property(anything(outSchemas[what]), (record) => {
        const text = csvText([rows.keys, rows.cells(record as OutRecords[typeof what]).map(String)]);
        const [keys = [], cells = []] = parse(text, { record_delimiter: "\r\n" }) as string[][];
        expect(readOutCells(what, keys, cells)).toEqual(record);
      }),
      { numRuns: 150 },
    );
  });

  it("says with instants where they were, and reads them whatever the offset", () => {
    const cells = outCells("cases", exampleCase);
    const at = outColumns("cases").findIndex(({ key }) => key === "expectedFrom");
    expect(cells[at]).toBe("2019-10-21T10:17+00:00");
    expect(outCells("cases", { ...exampleCase, zone: "Asia/Almaty" })[at]).toBe("2019-10-21T16:17+06:00");
  });

  it("refuses what is none: another schema, a record too few, a key too many, a file that broke off", async () => {
    const text = await textOf("people", [examplePerson]);
    expect(() => readOutFile(text.replace("erkin/1", "erkin/9"))).toThrow();
    expect(() => readOutFile(text.replace('"count":1', '"count":2'))).toThrow("count");
    expect(() => readOutFile(text.replace('"sex"', '"sexx"'))).toThrow();
    expect(() => readOutFile(text.slice(0, -20))).toThrow();
  });

  it("has every fact once among those that a preview shows", () => {
    for (const what of kinds) {
      const facts = outFacts(what).map((path) => path.join("."));
      for (const { key } of outColumns(what)) expect(facts.filter((fact) => key === fact || key.startsWith(`${fact}.`)), key).toHaveLength(1);
    }
  });

  it("holds the invented examples that previews are made from, with no fact left empty", () => {
    for (const [what, record] of [["cases", exampleCase], ["people", examplePerson], ["allegations", exampleAllegation]] as const) {
      expect(outSchemas[what].parse(record)).toEqual(record);
      for (const path of outFacts(what)) {
        const value = path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], record);
        expect(value === null || value === "", path.join(".")).toBe(false);
      }
    }
  });
});
