import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, custodyMoments, institutionNames, institutions } from "@/db/schema";
import type { Store } from "@/db/store";
import { institutionName } from "@/lib/model/institution-name";
import { readInstitutionQuery, institutionQueryString } from "@/lib/model/institution";
import { recordAllegation } from "@/lib/services/allegations";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { getEditableCase, updateCase } from "@/lib/services/cases";
import { getInstitutionList, getInstitutionPage } from "@/lib/services/institution-pages";
import { getEditableInstitution, recordInstitution, updateInstitution } from "@/lib/services/institution-records";
import type { CaseEdit } from "@/lib/model/case";
import { allegationValues, institutionValues, perpetrator } from "../support/matrix-records";
import { aCase, aRuling, release } from "../support/records";
import { almaty, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

const court = { ...institutionValues, name: "Алматы соты", nameKk: "Алматы қалалық соты", nameRu: "Алматинский городской суд", nameEn: "Almaty City Court", spellings: [{ text: "АГС" }] };
const all = () => store.read.select().from(institutions);
const shown = async (id: string, actor = monitor) => {
  const page = await getInstitutionPage(actor, id);
  if ("mergedInto" in page) throw new Error("merged");
  return page;
};

describe("an institution", () => {
  it("is found by any of its names in any language, and not recorded twice", async () => {
    const { institutionId } = await recordInstitution(monitor, court);
    const caseId = await aCase();
    for (const name of ["Алматы соты", "АЛМАТЫ ҚАЛАЛЫҚ СОТЫ", "Алматинский городской суд", "almaty city court", "агс"]) await aRuling([caseId], { court: name });
    expect(await all()).toHaveLength(1);
    expect((await getCasePage(monitor, caseId)).orders.map((each) => each.court?.id)).toEqual(Array(5).fill(institutionId));
  });

  it("that a case names is found by that name later", async () => {
    await aCase({ agency: "Әуезов полициясы" });
    await aCase({ agency: "әуезов ПОЛИЦИЯСЫ" });
    expect(await all()).toHaveLength(1);
    expect(await store.read.select().from(institutionNames)).toHaveLength(1);
  });

  it("is shown in the reader's language where its name is known, else as recorded", () => {
    expect((["kk", "ru", "en"] as const).map((locale) => institutionName(court, locale))).toEqual(["Алматы қалалық соты", "Алматинский городской суд", "Almaty City Court"]);
    expect(institutionName({ ...court, nameEn: "" }, "en")).toBe("Алматы соты");
  });

  it("makes its cases be found by a name that it got later", async () => {
    const caseId = await aCase({ heldAt: "Тергеу изоляторы" });
    const [row] = await all();
    await updateInstitution(monitor, { ...institutionValues, institutionId: row?.id ?? "", kind: "facility", name: "Тергеу изоляторы", nameEn: "Remand centre LA-155" }, { version: 1 });
    expect((await getCaseList(monitor, { view: "all", q: "LA-155" })).items.map((item) => item.id)).toEqual([caseId]);
    expect((await getCasePage(monitor, caseId)).item.heldAt?.nameEn).toBe("Remand centre LA-155");
  });

  it("typed under another of its names moves nobody", async () => {
    await recordInstitution(monitor, { ...court, kind: "facility" });
    const caseId = await aCase({ heldAt: "Алматы соты" });
    const { values, version } = await getEditableCase(monitor, caseId);
    await updateCase(monitor, { ...(values as unknown as CaseEdit), events: [], ownerId: null, caseId, heldAt: "Almaty City Court" }, { version });
    expect((await store.read.select().from(custodyMoments).where(eq(custodyMoments.kind, "transferred")))).toHaveLength(0);
  });

  it("keeps its standing in law with since when and by whose decision", async () => {
    const { institutionId } = await recordInstitution(monitor, { ...institutionValues, kind: "movement", name: "Қозғалыс", status: "banned", legalStatus: "by a court decision" });
    const page = await shown(institutionId);
    expect(page.institution).toMatchObject({ status: "banned", statusFrom: null, legalStatus: "by a court decision" });
    await expect(recordInstitution(monitor, { ...institutionValues, name: "Басқа", statusFrom: "2019-10-31/2019-10-30" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is not given the name of another of its kind, nor a parent that it is above of", async () => {
    const { institutionId: ministry } = await recordInstitution(monitor, { ...institutionValues, kind: "agency", name: "Министрлік" });
    const { institutionId: department } = await recordInstitution(monitor, { ...institutionValues, kind: "police", name: "Департамент", parent: "министрлік" });
    await recordInstitution(monitor, { ...institutionValues, kind: "police", name: "Бөлім", parent: "Департамент" });
    const edit = (parent: string) => updateInstitution(monitor, { ...institutionValues, institutionId: ministry, kind: "agency", name: "Министрлік", parent }, { version: 1 });
    await expect(edit("Бөлім")).rejects.toMatchObject({ detail: { problems: { parent: { code: "part_of_itself" } } } });
    await expect(edit("Министрлік")).rejects.toMatchObject({ detail: { problems: { parent: { code: "part_of_itself" } } } });
    await expect(edit("Жоқ нәрсе")).rejects.toMatchObject({ detail: { problems: { parent: { code: "no_such_institution" } } } });
    await expect(recordInstitution(monitor, { ...institutionValues, kind: "police", name: "Жаңа", nameRu: "департамент" })).rejects.toMatchObject({ detail: { problems: { nameRu: { code: "institution_known" } } } });
    expect((await shown(ministry)).units.map((unit) => unit.id)).toEqual([department]);
    expect((await shown(department)).parent?.id).toBe(ministry);
  });

  it("is corrected from the version that was seen, and shows what the form needs", async () => {
    const { institutionId } = await recordInstitution(monitor, court);
    const { values, version } = await getEditableInstitution(monitor, institutionId);
    expect(values).toMatchObject({ name: "Алматы соты", nameRu: "Алматинский городской суд", "spellings.0.text": "АГС", parent: "" });
    const change = (meta: { version?: number }) => updateInstitution(monitor, { ...court, institutionId, address: "Желтоқсан, 1" }, meta);
    await expect(change({})).rejects.toMatchObject({ code: "stale_version" });
    await change({ version });
    await expect(change({ version })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { address: "Желтоқсан, 1" } } } });
    const entries = await store.read.select().from(auditEntries).where(eq(auditEntries.subjectId, institutionId));
    expect(entries.map(({ action }) => action)).toEqual(["institution.recorded", "institution.updated"]);
  });
});

describe("the page of an institution", () => {
  it("shows who is held there, who was, whom it took and whom it ordered held, with figures", async () => {
    setNow("2019-11-10T12:00:00+06:00");
    const inside = await aCase({ name: "Ішкі Адам", heldAt: "Изолятор", agency: "Бөлім" });
    const outside = await aCase({ name: "Сыртқы Адам", heldAt: "Изолятор", agency: "Бөлім" });
    await aRuling([inside, outside], { court: "Сот", countFrom: "seized" });
    await release([outside], "2019-11-03T12:00");
    const ids = new Map((await all()).map((row) => [row.name, row.id]));
    const facility = await shown(ids.get("Изолятор") ?? "");
    expect([facility.heldNow.items, facility.heldBefore.items].map((items) => items.map((item) => item.id))).toEqual([[inside], [outside]]);
    expect(facility.overdue).toBe(1);
    expect(facility.over.facility).toMatchObject({ count: 2, inside: 1 });
    expect(facility.people.map((person) => person.displayName)).toEqual(["Ішкі Адам", "Сыртқы Адам"].sort());
    const ordering = await shown(ids.get("Сот") ?? "");
    expect(ordering.ordered.total).toBe(2);
    expect(ordering.over.court.count).toBe(2);
    expect(ordering.over.facility.count).toBe(0);
    expect((await shown(ids.get("Бөлім") ?? "")).taken.total).toBe(2);
    expect((await getCaseList(monitor, { view: "all", institutionId: ids.get("Сот") ?? "" })).total).toBe(2);
    expect((await getCaseList(monitor, { view: "all", institutionId: ids.get("Сот") ?? "", q: "Сыртқы" })).items.map((item) => item.id)).toEqual([outside]);
  });

  it("groups what is alleged by act, each with who alleges it", async () => {
    const caseId = await aCase({ agency: "Бөлім" });
    await recordAllegation(monitor, { ...allegationValues([caseId]), acts: ["beating", "threats"], perpetrators: [perpetrator({ agency: "Бөлім" })], attributedTo: "Құқық қорғаушылар" });
    await recordAllegation(monitor, { ...allegationValues([caseId]), acts: ["beating"], perpetrators: [perpetrator({ agency: "Бөлім" })], attributedTo: "Анасы" });
    const [row] = await all();
    const { alleged } = await shown(row?.id ?? "");
    expect(alleged.map(({ act, allegations }) => [act, allegations.map((each) => each.attributedTo).sort()])).toEqual([["beating", ["Анасы", "Құқық қорғаушылар"]], ["threats", ["Құқық қорғаушылар"]]]);
  });

  it("shows nothing of other teams but what it is", async () => {
    setNow("2019-11-10T12:00:00+06:00");
    const caseId = await aCase({ name: "Құпия Адамов", heldAt: "Изолятор", agency: "Бөлім" });
    await aRuling([caseId], { court: "Сот", countFrom: "seized" });
    await recordAllegation(monitor, { ...allegationValues([caseId]), perpetrators: [perpetrator({ agency: "Бөлім" })], attributedTo: "Құпия куә" });
    for (const { id } of await all()) {
      const page = await shown(id, stranger);
      expect(JSON.stringify(page)).not.toMatch(/Құпия|ALA-2019/);
      expect([page.heldNow.total, page.heldBefore.total, page.ordered.total, page.taken.total, page.overdue, page.over.facility.count, page.over.court.count, page.alleged.length, page.people.length]).toEqual(Array(9).fill(0));
      expect(JSON.stringify(await shown(id, viewer))).toMatch(/ALA-2019/);
    }
    expect((await getInstitutionList(stranger, {})).items.map((item) => item.held)).toEqual([0, 0, 0]);
    expect((await getInstitutionList(viewer, {})).items.map((item) => item.held).sort()).toEqual([0, 0, 1]);
  });
});

describe("the list of institutions", () => {
  it("is found by words of any name, kind and place", async () => {
    const { institutionId } = await recordInstitution(monitor, { ...court, placeId: almaty });
    await recordInstitution(monitor, { ...institutionValues, kind: "movement", name: "Қозғалыс", placeId: null });
    const found = async (query: Parameters<typeof getInstitutionList>[1]) => (await getInstitutionList(monitor, query)).items.map((item) => item.id);
    expect(await found({ q: "city court" })).toEqual([institutionId]);
    expect(await found({ q: "АГС" })).toEqual([institutionId]);
    expect(await found({ kind: "court" })).toEqual([institutionId]);
    expect(await found({ placeId: almaty })).toEqual([institutionId]);
    expect(await found({ kind: "movement", placeId: almaty })).toEqual([]);
  });

  it("reads its address back", () => {
    for (const query of [{}, { q: "сот" }, { kind: "court", placeId: "ala", page: 3 }]) {
      expect(readInstitutionQuery(Object.fromEntries(new URLSearchParams(institutionQueryString(query))))).toEqual(query);
    }
    expect(readInstitutionQuery({ kind: "nonsense", page: "-1" })).toEqual({});
  });
});
