import { expect, it } from "vitest";
import { actCodes, actLabel, actsByCode } from "@/lib/model/alleged-act-codes";
import { allegedActs } from "@/lib/model/vocabularies";

it("every act has a code of its own, and lists offer them by it", () => {
  expect(new Set(Object.values(actCodes)).size).toBe(allegedActs.length);
  expect(Object.keys(actCodes).sort()).toEqual([...allegedActs].sort());
  expect(actsByCode.map((act) => actCodes[act]).slice(0, 5)).toEqual(["1.1", "1.2", "1.3", "1.4", "2.1"]);
  expect([actLabel("beating", "beating"), actLabel("of another version", "x")]).toEqual(["2.1 beating", "x"]);
});
