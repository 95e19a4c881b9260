import { eq, getTableName, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { institutionReferences, placeReferences, type Reference } from "@/db/queries/references";
import {
  allegationPerpetrators,
  allegationResponses,
  allegations,
  auditEntries,
  cases,
  complaints,
  countPlaces,
  counts,
  eventInstitutions,
  events,
  eventSites,
  institutionNames,
  institutions,
  orders,
  organisations,
  places,
} from "@/db/schema";
import type { Store } from "@/db/store";
import { recordAllegation } from "@/lib/services/allegations";
import { getCaseHistory } from "@/lib/services/audit";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { recordEvent } from "@/lib/services/events";
import { getInstitutionMerge, mergeInstitutions } from "@/lib/services/institution-merge";
import { getInstitutionPage } from "@/lib/services/institution-pages";
import { recordInstitution, updateInstitution } from "@/lib/services/institution-records";
import { recordMoment } from "@/lib/services/moments";
import { getPlaces } from "@/lib/services/organisation";
import { getPlaceMerge, mergePlaces } from "@/lib/services/place-merge";
import { getPlaceList, getPlacePage } from "@/lib/services/place-pages";
import { recordPlace, updatePlace } from "@/lib/services/place-records";
import { allegationValues, eventValues, institutionValues, momentValues, placeValues } from "../support/matrix-records";
import { aCase, aRuling } from "../support/records";
import { admin, almaty, coordinator, freshWorld, monitor, stranger } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

const stamp = { createdAt: 0, updatedAt: 0 };
const first = { version: 1 };
const facility = { ...institutionValues, kind: "facility" as const };

async function rowsNaming({ table, column }: Reference, id: string): Promise<number> {
  const [row] = await store.read.select({ n: sql<number>`count(*)` }).from(table).where(eq(column, id));
  return Number(row?.n ?? 0);
}

/** One record of team A and one of team B in every column that can name an institution. */
async function namedEverywhere(goneId: string, keptId: string) {
  const caseIds = [await aCase({ name: "Біздің Адам", heldAt: "Ескі мекеме" }), await aCase({ name: "Өзге Адам", heldAt: "Ескі мекеме" }, stranger)] as const;
  for (const [caseId, actor] of [[caseIds[0], monitor], [caseIds[1], stranger]] as const) {
    const { orderId } = await aRuling([caseId], {}, actor);
    const { eventId } = await recordEvent(actor, eventValues);
    const { allegationId } = await recordAllegation(actor, allegationValues([caseId]));
    const teamId = actor.teamIds[0] ?? "";
    await store.write(async (tx) => {
      await tx.update(cases).set({ agencyId: goneId, courtId: goneId }).where(eq(cases.id, caseId));
      await tx.update(orders).set({ courtId: goneId }).where(eq(orders.id, orderId));
      await tx.insert(allegationPerpetrators).values({ id: `p-${caseId}`, allegationId, position: 9, institutionId: goneId });
      await tx.insert(allegationResponses).values({ id: `r-${caseId}`, allegationId, institutionId: goneId, answer: "denied", ...stamp });
      await tx.insert(complaints).values({ id: `k-${caseId}`, allegationId, teamId, kind: "other", institutionId: goneId, zone: "Asia/Almaty", ...stamp });
      await tx.insert(eventInstitutions).values([{ eventId, institutionId: goneId, role: "took" }, { eventId, institutionId: keptId, role: "took" }, { eventId, institutionId: goneId, role: "called" }]);
      await tx.insert(counts).values({ id: `c-${caseId}`, eventId, teamId, category: "detained", bound: "exact", figure: 26, attributedTo: "Ministry", institutionId: goneId, zone: "Asia/Almaty", ...stamp });
    });
  }
  return caseIds;
}

describe("two records of one institution", () => {
  let goneId: string;
  let keptId: string;
  beforeEach(async () => {
    ({ institutionId: goneId } = await recordInstitution(monitor, { ...facility, name: "Ескі мекеме", nameRu: "Старый изолятор", address: "Абай, 5", spellings: [{ text: "ИВС" }] }));
    ({ institutionId: keptId } = await recordInstitution(monitor, { ...facility, name: "Жаңа мекеме", nameEn: "New facility", placeId: null }));
  });

  const merged = () => mergeInstitutions(coordinator, { id: goneId, otherId: keptId, otherVersion: "1", keep: "other" }, first);

  it("become one: whatever named the one names the other, in every column and every team", async () => {
    const [ours, theirs] = await namedEverywhere(goneId, keptId);
    await recordInstitution(monitor, { ...facility, name: "Бөлімшесі", parent: "Ескі мекеме" });
    const { institutionId: earlier } = await recordInstitution(monitor, { ...facility, name: "Бұрынғы" });
    await mergeInstitutions(coordinator, { id: earlier, otherId: goneId, otherVersion: "1", keep: "other" }, first);
    for (const reference of institutionReferences) expect(await rowsNaming(reference, goneId), `${getTableName(reference.table)}.${reference.column.name}`).toBeGreaterThan(0);
    await mergeInstitutions(coordinator, { id: goneId, otherId: keptId, otherVersion: "1", keep: "other" }, { version: 2 });
    for (const reference of institutionReferences) expect(await rowsNaming(reference, goneId), `${getTableName(reference.table)}.${reference.column.name}`).toBe(0);
    expect((await store.read.select().from(eventInstitutions)).map(({ institutionId, role }) => [institutionId === keptId, role]).sort()).toEqual([[true, "called"], [true, "called"], [true, "took"], [true, "took"]]);
    for (const id of [goneId, earlier]) expect(await getInstitutionPage(monitor, id)).toEqual({ mergedInto: keptId });
    for (const [caseId, actor] of [[ours, monitor], [theirs, stranger]] as const) {
      expect((await getCasePage(actor, caseId)).item.heldAt?.id).toBe(keptId);
      expect((await getCaseHistory(actor, caseId)).lines.filter(({ action }) => action === "institution.merged").map(({ changes }) => changes)).toContainEqual([{ field: "institution", before: "Ескі мекеме", after: "Жаңа мекеме" }]);
      expect((await getCaseList(actor, { view: "all", q: "New facility" })).items.map((item) => item.id)).toEqual([caseId]);
      expect((await getCaseList(actor, { view: "all", q: "Ескі мекеме" })).items.map((item) => item.id)).toEqual([caseId]);
    }
  });

  it("moves the court of a ruling", async () => {
    const { institutionId: other } = await recordInstitution(monitor, { ...institutionValues, name: "Сот А" });
    const caseId = await aCase();
    await aRuling([caseId], { court: "Сот Б" });
    const wrong = (await getCasePage(monitor, caseId)).orders[0]?.court?.id ?? "";
    await mergeInstitutions(admin, { id: other, otherId: wrong, otherVersion: "1", keep: "this" }, first);
    const page = await getCasePage(monitor, caseId);
    expect([page.orders[0]?.court?.id, page.row.courtId]).toEqual([other, other]);
  });

  it("keep every name, and the one that stays gets what it leaves empty", async () => {
    await merged();
    const names = (await store.read.select().from(institutionNames)).map(({ institutionId, text }) => [institutionId === keptId, text]);
    expect(names.sort()).toEqual([[true, "New facility"], [true, "Ескі мекеме"], [true, "Жаңа мекеме"], [true, "ИВС"], [true, "Старый изолятор"]].sort());
    const [row] = await store.read.select().from(institutions).where(eq(institutions.id, keptId));
    expect(row).toMatchObject({ name: "Жаңа мекеме", nameRu: "Старый изолятор", nameEn: "New facility", address: "Абай, 5", placeId: almaty, version: 2 });
    const caseId = await aCase({ heldAt: "ИВС" });
    expect((await getCasePage(monitor, caseId)).item.heldAt?.id).toBe(keptId);
    await updateInstitution(monitor, { ...facility, institutionId: keptId, name: "Ескі мекеме" }, { version: 2 });
    expect((await store.read.select().from(auditEntries)).map(({ action }) => action)).toEqual(expect.arrayContaining(["institution.merged", "institution.absorbed"]));
  });

  it("of two kinds answer for both kinds afterwards", async () => {
    const { institutionId: station } = await recordInstitution(monitor, { ...institutionValues, kind: "police", name: "Ескі мекеме" });
    await mergeInstitutions(coordinator, { id: station, otherId: goneId, otherVersion: "1", keep: "this" }, first);
    const caseId = await aCase({ heldAt: "Ескі мекеме", agency: "ескі мекеме" });
    const { item } = await getCasePage(monitor, caseId);
    expect([item.heldAt?.id, item.agency?.id]).toEqual([station, station]);
  });

  it("never become a part of themselves", async () => {
    const parts = await recordInstitution(monitor, { ...facility, name: "Ортаңғы", parent: "Ескі мекеме" });
    await updateInstitution(monitor, { ...facility, institutionId: keptId, name: "Жаңа мекеме", parent: "Ортаңғы" }, first);
    await mergeInstitutions(coordinator, { id: goneId, otherId: keptId, otherVersion: "2", keep: "other" }, first);
    const parents = new Map((await store.read.select().from(institutions)).map((row) => [row.id, row.parentId]));
    expect([parents.get(keptId), parents.get(parts.institutionId), parents.get(goneId)]).toEqual([null, keptId, null]);
  });

  it("are merged only by who may, from what was seen, and once", async () => {
    await expect(mergeInstitutions(monitor, { id: goneId, otherId: keptId, otherVersion: "1", keep: "other" }, first)).rejects.toMatchObject({ code: "forbidden" });
    await expect(mergeInstitutions(coordinator, { id: goneId, otherId: keptId, otherVersion: "1", keep: "other" }, {})).rejects.toMatchObject({ code: "stale_version" });
    await expect(mergeInstitutions(coordinator, { id: goneId, otherId: keptId, otherVersion: "4", keep: "other" }, first)).rejects.toMatchObject({ code: "conflict" });
    await expect(mergeInstitutions(coordinator, { id: goneId, otherId: goneId, otherVersion: "1", keep: "other" }, first)).rejects.toMatchObject({ code: "invalid" });
    await merged();
    await expect(merged()).rejects.toMatchObject({ code: "not_found" });
  });

  it("are previewed with what would move of one's own teams, and no word of others", async () => {
    await namedEverywhere(goneId, keptId);
    const { here, there, offered } = await getInstitutionMerge(coordinator, goneId, keptId, undefined);
    expect(here.moves).toEqual({ cases: 1, moments: 1, orders: 1, allegations: 1, events: 1, counts: 1, institutions: 0 });
    expect(there?.moves).toEqual({ cases: 0, moments: 0, orders: 0, allegations: 0, events: 1, counts: 0, institutions: 0 });
    expect(offered).toEqual([]);
    expect((await getInstitutionMerge(coordinator, goneId, undefined, "new facility")).offered.map((row) => row.id)).toEqual([keptId]);
    expect(JSON.stringify(await getInstitutionMerge(coordinator, goneId, keptId, undefined))).not.toContain("Өзге");
  });
});

describe("two records of one place", () => {
  let placeId: string;
  beforeEach(async () => {
    ({ placeId } = await recordPlace(coordinator, { ...placeValues, nameKk: "Алма-Ата", nameRu: "Алма-Ата", nameEn: "Alma-Ata", code: "ALM", latitude: 43.24, longitude: 76.89, otherNames: [{ text: "Верный" }] }));
  });

  it("become one, also for events with a site in both, counts, institutions and the organisation itself", async () => {
    const caseId = await aCase({ placeId, name: "Біздің Адам" });
    const { eventId } = await recordEvent(monitor, { ...eventValues, sites: [{ placeId, spot: "Арбат" }, { placeId: almaty, spot: "" }] });
    const { allegationId } = await recordAllegation(monitor, allegationValues([caseId]));
    await recordInstitution(monitor, { ...institutionValues, placeId });
    await recordPlace(coordinator, { ...placeValues, code: "MED", nameKk: "Медеу", kind: "district", parentId: placeId });
    const { placeId: earlier } = await recordPlace(coordinator, { ...placeValues, code: "VRN", nameKk: "Верный бекінісі" });
    await mergePlaces(coordinator, { id: earlier, otherId: placeId, otherVersion: "1", keep: "other" }, first);
    await store.write(async (tx) => {
      await tx.update(allegations).set({ placeId }).where(eq(allegations.id, allegationId));
      await tx.insert(counts).values({ id: "count", eventId, teamId: "team-a", category: "detained", bound: "exact", figure: 26, attributedTo: "Ministry", zone: "Asia/Almaty", ...stamp });
      await tx.insert(countPlaces).values([{ countId: "count", placeId }, { countId: "count", placeId: almaty }]);
      await tx.update(organisations).set({ defaultPlaceId: placeId });
    });
    for (const reference of placeReferences) expect(await rowsNaming(reference, placeId), `${getTableName(reference.table)}.${reference.column.name}`).toBeGreaterThan(0);
    expect((await getPlaceMerge(coordinator, placeId, almaty, undefined)).here.moves).toEqual({ cases: 1, allegations: 1, events: 1, counts: 1, institutions: 1, places: 1 });
    await mergePlaces(coordinator, { id: placeId, otherId: almaty, otherVersion: "1", keep: "other" }, { version: 2 });
    for (const reference of placeReferences) expect(await rowsNaming(reference, placeId), `${getTableName(reference.table)}.${reference.column.name}`).toBe(0);
    expect((await store.read.select().from(eventSites)).map(({ placeId: at, spot }) => [at, spot])).toEqual([[almaty, "Арбат"]]);
    expect((await store.read.select().from(events))[0]).toMatchObject({ zone: "Asia/Almaty" });
    expect(await getPlacePage(monitor, placeId)).toEqual({ mergedInto: almaty });
    expect((await getPlaces()).some((place) => place.id === placeId)).toBe(false);
    expect((await getPlaceList(monitor, "Верный")).items.map((item) => item.id)).toEqual([almaty]);
    expect((await getCaseList(monitor, { view: "all", q: "Alma-Ata" })).items.map((item) => item.id)).toEqual([caseId]);
    expect((await getCaseHistory(monitor, caseId)).lines[0]).toMatchObject({ action: "place.merged", changes: [{ field: "placeId", before: placeId, after: almaty }] });
    const [kept] = await store.read.select().from(places).where(eq(places.id, almaty));
    expect(kept).toMatchObject({ latitude: 43.24, longitude: 76.89, version: 2 });
  });

  it("are refused where time or law differ", async () => {
    for (const other of ["akb", "mow"]) {
      await expect(mergePlaces(admin, { id: placeId, otherId: other, otherVersion: "1", keep: "this" }, first)).rejects.toMatchObject({ detail: { problems: { keep: { code: "other_zone" } } } });
    }
    expect((await getPlaceMerge(admin, placeId, undefined, undefined)).offered.some((row) => row.id === "akb")).toBe(false);
  });
});

describe("a place", () => {
  const astana = { ...placeValues, placeId: "ast", nameKk: "Астана", nameRu: "Астана", nameEn: "Astana", code: "AST", otherNames: [{ text: "Нұр-Сұлтан" }, { text: "нур-султан" }, { text: "Ақмола" }] };

  it("is found by a name that it bore before, and so are its cases", async () => {
    const caseId = await aCase({ placeId: "ast" });
    await updatePlace(coordinator, astana, first);
    expect((await getPlaceList(monitor, "Nur-Sultan")).items.map((item) => [item.id, item.otherNames])).toEqual([["ast", ["Ақмола", "Нұр-Сұлтан"]]]);
    expect((await getCaseList(monitor, { view: "all", q: "Нұр-Сұлтан" })).items.map((item) => item.id)).toEqual([caseId]);
  });

  it("keeps its time and its law once a record is read in them", async () => {
    await updatePlace(coordinator, { ...astana, zone: "Asia/Aqtau" }, first);
    await updatePlace(coordinator, astana, { version: 2 });
    await aCase({ placeId: "ast" });
    await expect(updatePlace(coordinator, { ...astana, zone: "Asia/Aqtau" }, { version: 3 })).rejects.toMatchObject({ detail: { problems: { zone: { code: "in_use" } } } });
    await expect(updatePlace(coordinator, { ...astana, country: "KG" }, { version: 3 })).rejects.toMatchObject({ detail: { problems: { country: { code: "in_use" } } } });
    await updatePlace(coordinator, { ...astana, latitude: 51.17, longitude: 71.45 }, { version: 3 });
  });

  it("has both coordinates or neither, and does not lie in itself", async () => {
    await expect(updatePlace(coordinator, { ...astana, latitude: 51.17 }, first)).rejects.toMatchObject({ detail: { problems: { longitude: { code: "both_coordinates" } } } });
    const { placeId: region } = await recordPlace(coordinator, { ...placeValues, kind: "region", parentId: "ast" });
    await expect(updatePlace(coordinator, { ...astana, parentId: region }, first)).rejects.toMatchObject({ detail: { problems: { parentId: { code: "part_of_itself" } } } });
    await expect(updatePlace(coordinator, { ...astana, parentId: "nowhere" }, first)).rejects.toMatchObject({ detail: { problems: { parentId: { code: "unknown_option" } } } });
    await expect(updatePlace(coordinator, astana, {})).rejects.toMatchObject({ code: "stale_version" });
  });

  it("shows the cases and figures of one's own teams", async () => {
    const caseId = await aCase({ name: "Құпия Адамов" });
    await recordMoment(monitor, { ...momentValues, caseIds: [caseId] });
    const { eventId } = await recordEvent(monitor, eventValues);
    await recordAllegation(monitor, { ...allegationValues([caseId]), attributedTo: "Құпия куә" });
    const page = await getPlacePage(monitor, almaty);
    expect(page).toMatchObject({ inside: { total: 1, items: [{ id: caseId }] }, events: [{ id: eventId }], alleged: [{ act: "beating" }], people: [{ displayName: "Құпия Адамов" }] });
    const other = await getPlacePage(stranger, almaty);
    expect(other).toMatchObject({ inside: { total: 0 }, events: [], alleged: [], people: [] });
    expect(JSON.stringify(other)).not.toMatch(/Құпия|ALA-2019/);
    expect((await getPlaceList(stranger)).items.every((item) => item.inside === 0)).toBe(true);
  });
});
