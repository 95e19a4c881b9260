import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "@/db/store";
import type { CaseEdit } from "@/lib/model/case";
import type { Actor } from "@/lib/model/permissions";
import { getAllegationPage, recordAllegation } from "@/lib/services/allegations";
import { getCaseHistory, listAudit } from "@/lib/services/audit";
import { getCasePage } from "@/lib/services/case-page";
import { getEditableCase, recordCase, updateCase } from "@/lib/services/cases";
import { recordCitation } from "@/lib/services/citations";
import { recordEvent, updateEvent } from "@/lib/services/events";
import { getEditableOrder, recordOrder, updateOrder } from "@/lib/services/orders";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { recordSource } from "@/lib/services/sources";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { cases } from "@/db/schema";
import { allegationValues, eventValues, personValues, sourceValues, statedValues } from "../support/matrix-records";
import { aCase, quickCase, ruling } from "../support/records";
import { admin, freshWorld, monitor, stranger, viewer } from "../support/world";

/** Somebody who is in both teams: the only one who could carry something from one into the other. */
const both: Actor = { ...monitor, teamIds: ["team-a", "team-b"] };
const refused = (field: string) => ({ code: "invalid", detail: { problems: { [field]: {} } } });

let store: Store;
let ours: string;
let theirs: string;
beforeEach(async () => {
  store = await freshWorld();
  ours = await aCase();
  theirs = await aCase({ name: "Дана Ғалиева" }, stranger);
});

const edit = async (given: Partial<CaseEdit>): Promise<CaseEdit> => ({ ...((await getEditableCase(both, ours)).values as unknown as CaseEdit), caseId: ours, events: [], ownerId: null, ...given });

describe("a record of one team", () => {
  it("is told of no event and given to no owner of another", async () => {
    const { eventId } = await recordEvent(stranger, eventValues);
    await expect(updateCase(both, await edit({ events: [{ event: { eventId, siteId: null }, link: "at" }] }), { version: 1 })).rejects.toMatchObject(refused("events.0.event"));
    await expect(updateCase(both, await edit({ ownerId: "stranger" }), { version: 1 })).rejects.toMatchObject(refused("ownerId"));
    expect((await getEditableCase(both, ours)).colleagues.map(({ id }) => id)).not.toContain("stranger");
  });

  it("rests on no source of another", async () => {
    const { sourceId } = await recordSource(stranger, sourceValues);
    await expect(recordCitation(both, { caseIds: [ours], sourceId, field: "custody", quote: sourceValues.text })).rejects.toMatchObject(refused("sourceId"));
    await expect(recordStatedRelease(both, { ...statedValues, caseIds: [ours], sourceId })).rejects.toMatchObject(refused("sourceId"));
    await expect(recordAllegation(both, { ...allegationValues([ours]), sourceId })).rejects.toMatchObject(refused("sourceId"));
  });

  it("names no participant of another", async () => {
    const { personId } = await recordPerson(stranger, personValues);
    const { eventId } = await recordEvent(monitor, eventValues);
    const values = { ...eventValues, participantIds: [personId] };
    await expect(recordEvent(both, values)).rejects.toMatchObject(refused("participantIds"));
    await expect(updateEvent(both, { ...values, eventId }, { version: 1 })).rejects.toMatchObject(refused("participantIds"));
  });

  it("stays with the team of the person it is about", async () => {
    const { personId } = await recordPerson(stranger, personValues);
    await expect(recordCase(monitor, quickCase({ who: "known", personId }))).rejects.toMatchObject(refused("personId"));
    const { caseIds } = await recordCase(both, quickCase({ who: "known", personId }));
    const made = (await store.read.select({ id: cases.id, teamId: cases.teamId }).from(cases)).find(({ id }) => id === caseIds[0]);
    expect(made?.teamId).toBe("team-b");
  });
});

it("a ruling that binds cases of two teams keeps binding those that its editor cannot see, and does not name them", async () => {
  const { orderId } = await recordOrder(both, ruling([ours, theirs]));
  expect((await getEditableOrder(monitor, orderId)).bound).toEqual([{ caseId: ours, ownTerm: null }]);
  await expect(updateOrder(monitor, { ...ruling([ours, theirs]), orderId }, { version: 1 })).rejects.toMatchObject({ code: "not_found" });
  await updateOrder(monitor, { ...ruling([ours], { term: "P15D" }), orderId }, { version: 1 });
  for (const [actor, id] of [[monitor, ours], [stranger, theirs]] as const) {
    const page = await getCasePage(actor, id);
    expect(page.orders.map(({ order }) => order.term)).toEqual(["P15D"]);
    expect((await getCaseHistory(actor, id)).lines.map(({ action }) => action)).toContain("order.updated");
    expect(page.relatedCases).toEqual([]);
  }
});

describe("a viewer", () => {
  const health = "қант диабеті";

  it("sees no health or family contact on the page of a case", async () => {
    const { personId } = await recordPerson(monitor, personValues);
    await updatePerson(monitor, { ...personValues, personId, healthRisk: health, familyContact: health }, { version: 1 });
    const { caseIds } = await recordCase(monitor, quickCase({ who: "known", personId }));
    expect(JSON.stringify(await getCasePage(viewer, caseIds[0] ?? ""))).not.toContain(health);
  });

  it("sees no injuries, neither on the allegation nor in the history", async () => {
    const { allegationId } = await recordAllegation(monitor, { ...allegationValues([ours]), injuries: health });
    expect((await getAllegationPage(monitor, allegationId)).facts.allegation.injuries).toBe(health);
    expect(JSON.stringify(await getCaseHistory(monitor, ours))).toContain(health);
    for (const seen of [await getAllegationPage(viewer, allegationId), await getCaseHistory(viewer, ours), await getCasePage(viewer, ours)]) expect(JSON.stringify(seen)).not.toContain(health);
    expect((await getCaseHistory(viewer, ours)).lines.find(({ action }) => action === "allegation.recorded")?.hidden).toBe(true);
  });
});

it("an address may ask for any entry of the log", async () => {
  expect((await listAudit(admin, { before: 999_999_999_999_999 })).lines.length).toBeGreaterThan(0);
  expect((await getCaseHistory(monitor, ours, Number.MAX_SAFE_INTEGER)).lines.length).toBeGreaterThan(0);
});
