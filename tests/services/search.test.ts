import { beforeEach, describe, expect, it } from "vitest";
import { getCaseList } from "@/lib/services/case-list";
import { aCase, aRuling } from "../support/records";
import { admin, freshWorld, monitor, stranger } from "../support/world";

beforeEach(async () => void (await freshWorld()));

const found = async (q: string, by = monitor) => (await getCaseList(by, { view: "all", q })).items.map((item) => item.personName).sort();

describe("finding a case", () => {
  it.each(["мырза", "МЫРЗА", "Мырза", "myrza", "ырз", "мы", "м"])("by “%s” finds Мырза", async (q) => {
    await aCase({ name: "Мырза Болатов" });
    await aCase({ name: "Данияр Серік" });
    expect(await found(q)).toEqual(["Мырза Болатов"]);
  });

  it.each([
    ["әлия", "Әлия Ғаниқызы"],
    ["ғани", "Әлия Ғаниқызы"],
    ["ға", "Әлия Ғаниқызы"],
    ["қайрат", "Қайрат Өтеген"],
    ["Kairat", "Қайрат Өтеген"],
    ["өтеген", "Қайрат Өтеген"],
    ["ө", "Қайрат Өтеген"],
  ])("by Kazakh letters and their romanisations: “%s”", async (q, name) => {
    await aCase({ name: "Әлия Ғаниқызы" });
    await aCase({ name: "Қайрат Өтеген" });
    expect(await found(q)).toEqual([name]);
  });

  it("takes every word of the query, in any order", async () => {
    await aCase({ name: "Мырза Болатов" });
    await aCase({ name: "Мырза Серік" });
    expect(await found("болатов мырза")).toEqual(["Мырза Болатов"]);
    expect(await found("мырза нет")).toEqual([]);
  });

  it.each(["ALA-2019-0001", "ala-2019", "0001", "Алматы", "almaty", "auezov", "Ауэзов", "судья", "spec"])("by reference, place, court or judge: “%s”", async (q) => {
    const id = await aCase({ name: "Мырза Болатов", agency: "Auezov police" });
    await aRuling([id], { court: "Specialised court", judge: "Судья Ахметова" });
    expect(await found(q)).toEqual(["Мырза Болатов"]);
  });

  it.each(['"', "'", "%", "_", "*", "мырза*", "NEAR(", "a OR b", "мырза\"", "\\", "--", "😀"])("survives what is not a word: %s", async (q) => {
    await aCase({ name: "Мырза Болатов" });
    expect((await found(q)).length).toBeLessThanOrEqual(1);
  });

  it("finds nothing of another team", async () => {
    await aCase({ name: "Мырза Болатов" });
    expect(await found("мырза", stranger)).toEqual([]);
    expect(await found("мырза", admin)).toEqual(["Мырза Болатов"]);
  });
});
