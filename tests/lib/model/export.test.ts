import { expect, test } from "vitest";
import { exportQueryString, filterParts, filterText, readExportAsked, type ExportAsked } from "@/lib/model/export";

const asked = (given: Partial<ExportAsked>): ExportAsked => ({ what: "cases", format: "csv", to: "public", purpose: "publication", filter: "", ...given });
const read = (address: string) => readExportAsked(Object.fromEntries(new URLSearchParams(address)));

test("what is asked for survives its address, also where a list has a part called as one of ours", () => {
  for (const one of [
    asked({ filter: "?view=all&q=%D0%B1&kind=remand" }),
    asked({ what: "over_detention", filter: "?view=late&from=2019-10-01&to=2019-11-09", to: "8b0f0d0e-0000-4000-8000-000000000001" }),
    asked({ what: "over_detention", filter: "?to=2019-11-09" }),
    asked({ what: "allegations", filter: "?from=2019-10-01&to=2019-11-30" }),
    asked({ what: "events", filter: "?kind=rally&from=2019-10-01&to=2019-10-31" }),
    asked({ what: "counts", filter: "?event=some-event" }),
  ]) {
    expect(filterText(one.what, one.filter)).toBe(one.filter);
    expect(read(exportQueryString(one))).toEqual(one);
  }
});

test("a list's last day is never read as who gets it, nor the other way round", () => {
  const fromList = `?${new URLSearchParams([["what", "over_detention"], ...filterParts("?from=2019-10-01&to=2019-11-09")]).toString()}`;
  expect(read(fromList)).toMatchObject({ to: "public", filter: "?from=2019-10-01&to=2019-11-09" });
  expect(read("?what=over_detention&to=internal")).toMatchObject({ to: "internal", filter: "" });
});
