import { describe, expect, it } from "vitest";
import { exampleCase } from "@/lib/exchange/out-example";
import { uwaziColumns, uwaziRange } from "@/lib/exchange/out-uwazi";

const columns = uwaziColumns({ locale: "en", label: (list, value) => `${list}::${value}|`, term: (term) => term, place: ({ nameKk }) => nameKk, untitled: "Person" });
const row = (given: Partial<typeof exampleCase> = {}) => Object.fromEntries(columns.map(({ key, cell }) => [key, cell({ ...exampleCase, ...given })]));

describe("a file for Uwazi", () => {
  it("begins with the title and keeps to what its importer reads", () => {
    expect(columns[0]?.key).toBe("title");
    expect(row()).toMatchObject({ title: "name", "Held at": "body", Term: "P10D" });
    expect(row({ person: { ...exampleCase.person, displayName: "" }, reference: "C-1" }).title).toBe("Person C-1");
  });

  it("writes ranges of days with a colon, an open side empty, the end included", () => {
    expect(row({ taken: "2019-10-21T23:30", zone: "Asia/Almaty" }).Taken).toBe("2019-10-21:2019-10-21");
    expect(row({ taken: "2019-10" }).Taken).toBe("2019-10-01:2019-10-31");
    expect(row({ taken: "../2019-10-21" }).Taken).toBe(":2019-10-21");
    expect(row({ taken: null }).Taken).toBe("");
    expect(uwaziRange(Date.UTC(2019, 9, 21), null, "UTC")).toBe("2019-10-21:");
  });

  it("keeps its signs for parents and lists out of single values", () => {
    expect(row().Status).toBe("custody_statuses:in_custody/");
  });
});
