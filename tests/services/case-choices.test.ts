import { beforeEach, describe, expect, it } from "vitest";
import { getCaseChoices, getPersonChoices } from "@/lib/services/case-choices";
import { recordCase } from "@/lib/services/cases";
import { aCase, quickCase } from "../support/records";
import { freshWorld, monitor, setNow, stranger } from "../support/world";

beforeEach(async () => {
  await freshWorld();
  setNow("2019-11-01T09:00:00+06:00");
});

describe("what a form on a case can also speak of", () => {
  it("offers the cases entered in one step, this one first", async () => {
    const { caseIds } = await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5" }));
    const third = caseIds[2] ?? "";
    const offered = await getCaseChoices(monitor, third);
    expect(offered.map(({ id }) => id).toSorted()).toEqual(caseIds.toSorted());
    expect(offered[0]?.id).toBe(third);
  });

  it("adds those found by name, each once", async () => {
    const id = await aCase();
    const other = await aCase({ name: "Дана Серікова" });
    expect((await getCaseChoices(monitor, id, "дана")).map((each) => each.id)).toEqual([id, other]);
    expect((await getCaseChoices(monitor, id, "болат")).map((each) => each.id)).toEqual([id]);
  });

  it("shows nothing of another team", async () => {
    const id = await aCase();
    await expect(getCaseChoices(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await getPersonChoices(stranger, "болат")).toEqual([]);
  });

  it("finds a recorded person in any letter case", async () => {
    await aCase();
    expect((await getPersonChoices(monitor, "СЫНАҚОВ")).map(({ name }) => name)).toEqual(["Болат Сынақов"]);
  });
});
