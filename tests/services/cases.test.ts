import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, cases, custodyMoments, people } from "@/db/schema";
import type { Store } from "@/db/store";
import { getCasePage } from "@/lib/services/case-page";
import { getEditableCase, recordCase, updateCase } from "@/lib/services/cases";
import { recordMoment, updateMoment, withdrawMoment } from "@/lib/services/moments";
import { getEditableOrder, updateOrder, withdrawOrder } from "@/lib/services/orders";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import type { CaseEdit } from "@/lib/model/case";
import { aCase, aRuling, quickCase, release, ruling } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

const row = async (id: string) => (await store.read.select().from(cases).where(eq(cases.id, id)))[0];
const edit = async (caseId: string, given: Partial<CaseEdit> = {}): Promise<CaseEdit> => ({ ...((await getEditableCase(monitor, caseId)).values as unknown as CaseEdit), caseId, events: [], ownerId: null, ...given });
const actions = async () => (await store.read.select({ action: auditEntries.action }).from(auditEntries).orderBy(asc(auditEntries.seq))).map((each) => each.action);

describe("recording a detention", () => {
  it("makes the person, the case, the moment of seizure, and an entry for each", async () => {
    const id = await aCase({ agency: "Auezov police", heldAt: "IVS" });
    expect(await row(id)).toMatchObject({ reference: "ALA-2019-0001", teamId: "team-a", ownerId: "monitor", zone: "Asia/Almaty", outstanding: true, state: "in_custody", seizedText: "2019-10-22T10:00" });
    expect(await actions()).toEqual(["person.recorded", "institution.recorded", "institution.recorded", "case.recorded", "moment.recorded", "moment.recorded"]);
  });

  it("of five men without a name makes five slots, each its own case", async () => {
    const { caseIds } = await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5", seized: "2019-10-25" }));
    const rows = await store.read.select().from(cases).orderBy(asc(cases.slot));
    expect(rows.map(({ id, slot, slotCount }) => [id, slot, slotCount])).toEqual(caseIds.map((id, at) => [id, at + 1, 5]));
    expect(new Set(rows.map(({ groupId }) => groupId)).size).toBe(1);
    expect(await store.read.select({ is: people.identification }).from(people)).toEqual(Array.from({ length: 5 }, () => ({ is: "unidentified" })));
  });

  it("of somebody with a first name only says that the person is partly identified", async () => {
    await aCase({ name: "Ноян" });
    expect(await store.read.select({ is: people.identification }).from(people)).toEqual([{ is: "partly_identified" }]);
  });

  it.each([
    ["count", { who: "unnamed" as const, count: "0" }],
    ["count", { who: "unnamed" as const, count: "201" }],
    ["count", { who: "unnamed" as const, count: "five" }],
    ["count", { who: "unnamed" as const, count: "" }],
    ["name", { name: "" }],
    ["placeId", { placeId: "nowhere" }],
    ["personId", { who: "known" as const, personId: "nobody" }],
    ["seized", { seized: "2019-10-25/2019-10-20" }],
    ["seized", { seized: "2019-02-30" }],
  ])("is refused at the field %s, and nothing is written", async (field, given) => {
    await expect(recordCase(monitor, quickCase(given))).rejects.toMatchObject({ code: "invalid", detail: { problems: { [field]: {} } } });
    expect([await store.read.select().from(people), await actions()]).toEqual([[], []]);
  });

  it("is not for a viewer", async () => {
    await expect(recordCase(viewer, quickCase())).rejects.toMatchObject({ code: "forbidden" });
    expect(await actions()).toEqual([]);
  });
});

describe("two people who change the same case", () => {
  it("the second gets a conflict with the first one's values, and nothing is lost", async () => {
    const id = await aCase();
    await updateCase(monitor, await edit(id, { lawyer: "Адвокат А", note: "first" }), { version: 1 });
    const late = updateCase(coordinator, await edit(id, { lawyer: "Адвокат Б" }), { version: 1 });
    await expect(late).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { lawyer: "Адвокат А", note: "first" } } } });
    expect(await row(id)).toMatchObject({ version: 2, lawyer: "Адвокат А" });
    await updateCase(coordinator, await edit(id, { lawyer: "Адвокат Б" }), { version: 2 });
    expect(await row(id)).toMatchObject({ version: 3, lawyer: "Адвокат Б" });
  });

  it("at the same moment: exactly one of ten wins", async () => {
    const id = await aCase();
    const values = await edit(id);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => updateCase(monitor, { ...values, note: `note ${at}` }, { version: 1 })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.flatMap((each) => (each.status === "rejected" ? [(each.reason as { code: string }).code] : []))).toEqual(Array.from({ length: 9 }, () => "conflict"));
    expect((await row(id))?.version).toBe(2);
  });

  it("on one moment or one ruling get a conflict too", async () => {
    const id = await aCase();
    const [moment] = await store.read.select().from(custodyMoments);
    const values = { momentId: moment!.id, kind: "seized" as const, when: "2019-10-21", institution: "", releaseKind: "unknown" as const, note: "" };
    await updateMoment(monitor, values, { version: 1 });
    await expect(updateMoment(coordinator, { ...values, when: "2019-10-20" }, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { when: "2019-10-21" } } } });
    const { orderId } = await aRuling([id]);
    await updateOrder(monitor, { ...ruling([id], { judge: "А" }), orderId }, { version: 1 });
    await expect(updateOrder(coordinator, { ...ruling([id], { judge: "Б" }), orderId }, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect((await getEditableOrder(monitor, orderId)).values.judge).toBe("А");
  });

  it("leave a history that tells before and after", async () => {
    const id = await aCase();
    await updateCase(monitor, await edit(id, { priority: "urgent" }), { version: 1 });
    const [entry] = await store.read.select().from(auditEntries).where(eq(auditEntries.action, "case.updated"));
    const told = await store.read.select().from(auditValues).where(eq(auditValues.seq, entry!.seq));
    expect(told.map(({ field, before, after }) => [field, before, after])).toContainEqual(["priority", "normal", "urgent"]);
  });
});

describe("taking something back", () => {
  it("keeps it with its reason, and it no longer counts", async () => {
    const id = await aCase();
    const { orderId } = await aRuling([id]);
    await release([id], "2019-10-31T16:00~");
    expect(await row(id)).toMatchObject({ outstanding: false, state: "released" });
    const released = (await store.read.select().from(custodyMoments).where(eq(custodyMoments.kind, "released")))[0]!;
    await withdrawMoment(monitor, { recordId: released.id, reason: "mixed up with somebody else" });
    expect(await row(id)).toMatchObject({ outstanding: true, releasedText: null, verdict: null });
    await withdrawOrder(monitor, { recordId: orderId, reason: "annulled" });
    expect(await row(id)).toMatchObject({ expectedBasis: "none", expectedTo: null, termText: null });
    const page = await getCasePage(monitor, id);
    expect(page.moments.map(({ moment }) => moment.withdrawn)).toContain("mixed up with somebody else");
    expect(page.orders.map(({ order }) => order.withdrawn)).toEqual(["annulled"]);
    await expect(withdrawMoment(monitor, { recordId: released.id, reason: "again" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what cannot have happened yet", () => {
  beforeEach(() => setNow("2019-11-01T09:00:00+06:00"));

  it("is refused for moments and rulings, but a stated release lies in the future by nature", async () => {
    const id = await aCase();
    await expect(release([id], "2019-11-02")).rejects.toMatchObject({ code: "invalid", detail: { problems: { when: {} } } });
    await expect(aRuling([id], { date: "2019-11-02" })).rejects.toMatchObject({ code: "invalid", detail: { problems: { date: {} } } });
    await recordStatedRelease(monitor, { caseIds: [id], when: "2019-11-04", attributedTo: "A newspaper", sourceId: null, note: "" });
    expect(await row(id)).toMatchObject({ expectedBasis: "stated" });
  });

  it("several cases at once are changed all together or not at all", async () => {
    const id = await aCase();
    const moment = { caseIds: [id, "unknown"], kind: "still_inside" as const, when: null, institution: "", releaseKind: "unknown" as const, note: "" };
    await expect(recordMoment(monitor, moment)).rejects.toMatchObject({ code: "not_found" });
    expect(await store.read.select().from(custodyMoments)).toHaveLength(1);
  });
});
