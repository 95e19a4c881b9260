import { beforeEach, describe, expect, it } from "vitest";
import { latestEstimate } from "@/db/queries/custody";
import { previewOrder } from "@/lib/services/release-preview";
import { aCase, aRuling, ruling } from "../support/records";
import { coordinator, freshWorld, reading, setNow, stranger, viewer } from "../support/world";

beforeEach(async () => {
  await freshWorld();
  setNow("2019-10-25T09:00:00+06:00");
});

describe("the expected release of a ruling as typed", () => {
  it("is a window while only the day of the ruling is known", async () => {
    const id = await aCase({ seized: null });
    const { cases } = await previewOrder(coordinator, { orderId: null, ...ruling([id]) });
    expect(cases.map(({ estimate }) => [estimate.kind, estimate.earliest, estimate.latest])).toEqual([["window", "2019-10-31T00:00:00+06:00", "2019-11-02T00:00:00+06:00"]]);
  });

  it("counts from the minute of the seizure where it is known", async () => {
    const { cases } = await previewOrder(coordinator, { orderId: null, ...ruling([await aCase({ seized: "2019-10-22T10:00" })]) });
    expect(cases[0]?.estimate.kind).toBe("instant");
    expect(cases[0]?.estimate.earliest).toBe("2019-11-01T10:00:00+06:00");
  });

  it("leaves out the recorded ruling that it corrects", async () => {
    const id = await aCase({ seized: null });
    const { orderId } = await aRuling([id]);
    const { cases } = await previewOrder(coordinator, { orderId, ...ruling([id], { term: "P5D" }) });
    expect(cases[0]?.estimate.earliest).toBe("2019-10-26T00:00:00+06:00");
  });

  it("answers for each case that the ruling binds", async () => {
    const ids = [await aCase({ seized: "2019-10-20T10:00" }), await aCase({ seized: "2019-10-21T10:00", name: "Дана Серікова" })];
    const { cases } = await previewOrder(coordinator, { orderId: null, ...ruling(ids) });
    expect(new Set(cases.map(({ estimate }) => estimate.earliest)).size).toBe(2);
  });

  it("changes nothing", async () => {
    const id = await aCase();
    const before = await latestEstimate(await reading(), id);
    await previewOrder(coordinator, { orderId: null, ...ruling([id]) });
    expect(await latestEstimate(await reading(), id)).toEqual(before);
  });

  it("refuses what recording would refuse", async () => {
    const id = await aCase();
    await expect(previewOrder(coordinator, { orderId: null, ...ruling([id], { date: "2030-01-01" }) })).rejects.toMatchObject({ detail: { problems: { date: { code: "date_in_future" } } } });
    await expect(previewOrder(viewer, { orderId: null, ...ruling([id]) })).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewOrder(stranger, { orderId: null, ...ruling([id]) })).rejects.toMatchObject({ code: "not_found" });
  });
});
