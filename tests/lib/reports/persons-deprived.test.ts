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
