import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { custodyMoments, orders, organisations, sources } from "@/db/schema";
import type { Store } from "@/db/store";
import type { FormMeta } from "@/lib/services/form-meta";
import { recordAllegation, updateAllegation } from "@/lib/services/allegations";
import { getEditableCase, updateCase } from "@/lib/services/cases";
import { recordEvent, updateEvent } from "@/lib/services/events";
import { updateMoment } from "@/lib/services/moments";
import { updateOrder } from "@/lib/services/orders";
import { updateOrganisation } from "@/lib/services/organisation-admin";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { recordSource, updateSource } from "@/lib/services/sources";
import { recordStatedRelease, updateStatedRelease } from "@/lib/services/stated-releases";
import { finishTask, recordTask, updateTask } from "@/lib/services/tasks";
import { updateUser } from "@/lib/services/users";
import type { CaseEdit } from "@/lib/model/case";
import { statedReleases } from "@/db/schema";
import { allegationValues, eventValues, momentValues, personValues, sourceValues, statedValues } from "../support/matrix-records";
import { aCase, aRuling, ruling } from "../support/records";
import { admin, almaty, freshWorld, monitor } from "../support/world";

let store: Store;
let caseId: string;
beforeEach(async () => {
  store = await freshWorld();
  caseId = await aCase();
});

/** Each change of a record, as its form would ask for it. */
const changes: Record<string, () => Promise<(meta: FormMeta) => Promise<unknown>>> = {
  case: async () => {
    const values = (await getEditableCase(monitor, caseId)).values as unknown as CaseEdit;
    return (meta) => updateCase(monitor, { ...values, caseId, events: [], ownerId: null }, meta);
  },
  moment: async () => {
    const [row] = await store.read.select().from(custodyMoments);
    return (meta) => updateMoment(monitor, { ...momentValues, momentId: row?.id ?? "" }, meta);
  },
  order: async () => {
    const { orderId } = await aRuling([caseId]);
    return (meta) => updateOrder(monitor, { ...ruling([caseId]), orderId }, meta);
  },
  "stated release": async () => {
    await recordStatedRelease(monitor, { ...statedValues, sourceId: null, caseIds: [caseId] });
    const [row] = await store.read.select().from(statedReleases);
    return (meta) => updateStatedRelease(monitor, { ...statedValues, sourceId: null, statedId: row?.id ?? "" }, meta);
  },
  allegation: async () => {
    const { allegationId } = await recordAllegation(monitor, allegationValues([caseId]));
    return (meta) => updateAllegation(monitor, { ...allegationValues([caseId]), allegationId }, meta);
  },
  person: async () => {
    const { personId } = await recordPerson(monitor, personValues);
    return (meta) => updatePerson(monitor, { ...personValues, personId }, meta);
  },
  event: async () => {
    const { eventId } = await recordEvent(monitor, eventValues);
    return (meta) => updateEvent(monitor, { ...eventValues, eventId }, meta);
  },
  source: async () => {
    const { sourceId } = await recordSource(monitor, sourceValues);
    return (meta) => updateSource(monitor, { ...sourceValues, sourceId }, meta);
  },
  task: async () => {
    const { taskId } = await recordTask(monitor, { caseId, from: "", what: "Call", due: null, assigneeId: null });
    return (meta) => updateTask(monitor, { taskId, what: "Call again", due: null, assigneeId: null, outcome: "" }, meta);
  },
  "finished task": async () => {
    const { taskId } = await recordTask(monitor, { caseId, from: "", what: "Call", due: null, assigneeId: null });
    return (meta) => finishTask(monitor, { taskId, outcome: "" }, meta);
  },
  organisation: async () => (meta) => updateOrganisation(admin, { name: "Renamed", defaultLocale: "kk", defaultPlaceId: almaty, calculator: "signed_in" }, meta),
  user: async () => (meta) => updateUser(admin, { userId: "viewer", role: "monitor", teamId: "team-a", status: "active" }, meta),
};

it.each(Object.entries(changes))("a change of a %s that does not say which version it was made from overwrites nothing", async (_what, prepare) => {
  const change = await prepare();
  await expect(change({})).rejects.toMatchObject({ code: "stale_version", detail: { current: { version: 1 } } });
  await expect(change({ version: 7 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 1 } } });
  await expect(change({ version: 1 })).resolves.toBeDefined();
});

it("a refused change leaves the record as it was", async () => {
  const { sourceId } = await recordSource(monitor, sourceValues);
  await expect(updateSource(monitor, { ...sourceValues, sourceId, title: "Another title" }, {})).rejects.toMatchObject({ code: "stale_version" });
  const { orderId } = await aRuling([caseId]);
  await expect(updateOrder(monitor, { ...ruling([caseId]), orderId, judge: "Somebody" }, {})).rejects.toMatchObject({ code: "stale_version" });
  await expect(updateOrganisation(admin, { name: "Renamed", defaultLocale: "kk", defaultPlaceId: almaty, calculator: "signed_in" }, {})).rejects.toMatchObject({ code: "stale_version" });
  expect((await store.read.select().from(sources).where(eq(sources.id, sourceId)))[0]).toMatchObject({ title: sourceValues.title, version: 1 });
  expect((await store.read.select().from(orders))[0]).toMatchObject({ judge: "", version: 1 });
  expect((await store.read.select().from(organisations))[0]).toMatchObject({ name: "Erkin test", version: 1 });
});
