import { expect, test } from "vitest";
import type { Phase } from "@/lib/reports/custody-phase";
import { buildPersonsDeprived } from "@/lib/reports/persons-deprived";
import { caseFile, overdueNow } from "./case-fixtures";
import { textsOf, wordsOf } from "./words";

const phase: Phase = { isHeld: true, isNew: false, isReleased: false, isOverdue: false };
const told = (id: string, displayName: string) => ({ told: caseFile({ now: overdueNow, case: { id }, person: { id: `P-${displayName}`, displayName, named: true } }).case, phase });
// As the house has them: the most urgent first.
const cases = [told("C-3", "Үшінші"), told("C-1", "Бірінші"), told("C-2", "Екінші")];

async function peopleIn(profile: "internal" | "partner" | "public"): Promise<string[]> {
  const texts = buildPersonsDeprived({ cases, events: [] }, await wordsOf("kk", overdueNow, profile)).flatMap(textsOf);
  return texts.flatMap((text) => /^(Үшінші|Бірінші|Екінші)/.exec(text)?.[0] ?? []);
}

test("a bulletin keeps the order of the list in the house, and that of pseudonyms outside", async () => {
  expect(await peopleIn("internal")).toEqual(["Үшінші", "Бірінші", "Екінші"]);
  for (const profile of ["partner", "public"] as const) expect(await peopleIn(profile)).toEqual(["Бірінші", "Екінші", "Үшінші"]);
});

const many = (count: number, named = 0, given: Partial<Phase> = {}) => Array.from({ length: count }, (_, at) => ({ ...told(`C-${at}`, `N${at}`), phase: { ...phase, ...given } })).map((each, at) => ({ ...each, told: { ...each.told, person: { ...each.told.person, named: at < named } } }));
const figuresOf = async (of: ReturnType<typeof many>) => {
  const blocks = buildPersonsDeprived({ cases: of, events: [] }, await wordsOf("en", overdueNow, "public"));
  return blocks.flatMap((block) => (block.kind === "facts" ? block.rows.map(({ value }) => value) : block.kind === "table" && block.columns.length === 5 ? block.rows.map(([, ...cells]) => cells.join()) : []));
};

test("of two public bulletins nobody can be found by subtraction", async () => {
  // Twelve last week, thirteen this week: the same is told.
  expect(await figuresOf(many(13))).toEqual(await figuresOf(many(12)));
  expect(await figuresOf(many(13))).toEqual(["10+", "0", "0", "0", "10+,0,0,0", "10+,0,0,0"]);
});

test("who is not listed cannot be found by subtracting who is", async () => {
  const [held, ...rest] = await figuresOf(many(9, 8));
  expect(held).toBe("fewer than 5 or held back");
  expect(rest.slice(-2)).toEqual(["…,0,0,0", "…,0,0,0"]);
  expect((await figuresOf(many(9, 9)))[0]).toBe("5+");
});
