import { expect, test } from "vitest";
import type { CaseFrame, ShownMoment, ShownStated } from "@/components/cases/case-facts";
import { bandFacts } from "@/components/custody/band-facts";
import { rowsFor } from "@/components/custody/band-scale";
import { boundsOf } from "@/lib/model/uncertain-date";
import { NEVER } from "@/db/schema";

const zone = "Asia/Almaty";
const at = (day: string) => boundsOf(day, zone).earliest!;
const frame = (given: Partial<CaseFrame["item"]>) =>
  ({ now: at("2019-11-06"), item: { zone, outstanding: true, custodyFrom: at("2019-10-25"), custodyTo: null, expectedFrom: at("2019-11-04"), expectedTo: at("2019-11-05"), expectedBasis: "computed", dueSort: NEVER, ...given } }) as unknown as CaseFrame;
const seized: ShownMoment[] = [{ moment: { id: "m", kind: "seized", when: "2019-10-25", earliest: at("2019-10-25"), latest: at("2019-10-26"), releaseKind: null, note: "", withdrawn: null }, institution: null }];
const stated = (withdrawn: string | null = null): ShownStated[] => [{ stated: { id: "s", when: "2019-11-04", attributedTo: "the newspaper", sourceId: null, note: "", withdrawn }, source: null }];
const facts = (given: Partial<CaseFrame["item"]>, said = stated()) => bandFacts({ frame: frame(given), moments: seized, orders: [], stated: said })!;

test("what a source states is drawn as stated alone, beside what is computed", () => {
  expect(facts({})).toMatchObject({ window: { from: at("2019-11-04"), basis: "computed" }, stated: [{ id: "s", from: at("2019-11-04") }] });
  expect(facts({ expectedBasis: "stated" })).toMatchObject({ window: null, stated: [{ id: "s" }] });
  expect(facts({ expectedBasis: "override" }).window?.basis).toBe("override");
  expect(facts({}, stated("misread")).stated).toEqual([]);
});

test("numbers that would lie on one another stand in rows of their own", () => {
  expect(rowsFor([10, 50, 90], 6)).toEqual([0, 0, 0]);
  expect(rowsFor([10, 12, 14, 20], 6)).toEqual([0, 1, 2, 0]);
  expect(rowsFor([], 6)).toEqual([]);
});
