import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { peopleWithConsent } from "@/db/queries/consents";
import { auditEntries, auditValues } from "@/db/schema";
import type { Store } from "@/db/store";
import type { ConsentValues } from "@/lib/model/consent";
import type { ConsentAudience, ConsentPurpose } from "@/lib/model/vocabularies";
import { getCasePage } from "@/lib/services/case-page";
import { now } from "@/lib/services/clock";
import { consentsOf, getEditableConsent, recordConsent, updateConsent, withdrawConsent } from "@/lib/services/consents";
import { recordPerson } from "@/lib/services/people";
import { personValues } from "../support/matrix-records";
import { aCase } from "../support/records";
import { freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
let personId: string;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-05T09:00+06:00");
  ({ personId } = await recordPerson(monitor, personValues));
});

const values: ConsentValues = { purpose: "advocacy", audiences: ["un_bodies"], givenBy: "relative", givenByName: "Әпкесі", form: "written", given: "2019-11-01", expires: null, note: "" };
const record = (given: Partial<ConsentValues> = {}, id = personId) => recordConsent(monitor, { ...values, ...given, personId: id });
const ids = async () => (await consentsOf(monitor, personId)).consents.map(({ id }) => id);
const agreed = async (people: string[], purpose: ConsentPurpose, audience: ConsentAudience, scope = monitor) => [...(await peopleWithConsent(store.read, scope, people, purpose, audience, now()))];

describe("consent", () => {
  it("is one record for each audience, with its entry in the log, and the page of a case says to whom the person may be named", async () => {
    const caseId = await aCase({ who: "known", name: "", personId });
    expect((await getCasePage(viewer, caseId)).shared).toEqual([]);
    await record({ audiences: ["un_bodies", "partners"] });
    expect((await getCasePage(viewer, caseId)).shared).toEqual([{ purpose: "advocacy", audiences: ["partners", "un_bodies"] }]);
    const entries = await store.read.select().from(auditEntries).where(eq(auditEntries.action, "consent.recorded"));
    expect(entries).toHaveLength(2);
    const fields = (await store.read.select().from(auditValues).where(eq(auditValues.seq, entries[0]!.seq))).map(({ field, after }) => [field, after]);
    expect(fields).toContainEqual(["audience", "un_bodies"]);
  });

  it("given by whom is for those who record", async () => {
    await record();
    const [own] = (await consentsOf(monitor, personId)).consents;
    const [seen] = (await consentsOf(viewer, personId)).consents;
    expect([own?.givenByName, seen && "givenByName" in seen, JSON.stringify(seen).includes("Әпкесі")]).toEqual(["Әпкесі", false, false]);
  });

  it("lies in the past when it is recorded, and its end is a day after that", async () => {
    await expect(record({ given: "2019-11-06" })).rejects.toMatchObject({ detail: { problems: { given: { code: "date_in_future" } } } });
    await expect(record({ expires: "2019-12" })).rejects.toMatchObject({ detail: { problems: { expires: { code: "last_day_needed" } } } });
    await expect(record({ expires: "2019-10-31" })).rejects.toMatchObject({ detail: { problems: { expires: { code: "end_before_start" } } } });
    await record({ expires: "2019-11-05" });
    expect(await agreed([personId], "advocacy", "un_bodies")).toEqual([personId]);
    setNow("2019-11-06T00:00+06:00");
    expect(await agreed([personId], "advocacy", "un_bodies")).toEqual([]);
  });

  it("is corrected in how it was given, from the version that was seen, never in what it allows", async () => {
    await record();
    const [consentId = ""] = await ids();
    const { purpose: _purpose, audiences: _audiences, ...given } = values;
    await updateConsent(monitor, { ...given, consentId, form: "oral", expires: "2019-11-30" }, { version: 1 });
    await expect(updateConsent(monitor, { ...given, consentId }, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { values: { form: "oral" } } } });
    await expect(updateConsent(monitor, { ...given, consentId }, {})).rejects.toMatchObject({ code: "stale_version" });
    expect((await consentsOf(monitor, personId)).consents[0]).toMatchObject({ purpose: "advocacy", audience: "un_bodies", form: "oral", expires: "2019-11-30", version: 2 });
    await expect(getEditableConsent(viewer, consentId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getEditableConsent(stranger, consentId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a withdrawal", () => {
  it("works at once: whoever asks next gets nobody", async () => {
    const { personId: other } = await recordPerson(monitor, personValues);
    await record({ audiences: ["un_bodies", "partners"] });
    await record({}, other);
    expect((await agreed([personId, other], "advocacy", "un_bodies")).sort()).toEqual([personId, other].sort());
    const first = (await consentsOf(monitor, personId)).consents.find(({ audience }) => audience === "un_bodies")!;
    await withdrawConsent(monitor, { consentId: first.id, when: null, reason: "Afraid" });
    expect(await agreed([personId, other], "advocacy", "un_bodies")).toEqual([other]);
    expect(await agreed([personId, other], "advocacy", "partners")).toEqual([personId]);
    expect((await consentsOf(monitor, personId)).consents.find(({ id }) => id === first.id)).toMatchObject({ state: "withdrawn", withdrawn: "Afraid", withdrawnAt: now() });
  });

  it("is for good: it cannot be corrected or withdrawn again, and another consent can be recorded after it", async () => {
    await record();
    const [consentId = ""] = await ids();
    await withdrawConsent(monitor, { consentId, when: "2019-11-04", reason: "Afraid" });
    await expect(withdrawConsent(monitor, { consentId, when: null, reason: "Again" })).rejects.toMatchObject({ code: "not_found" });
    await expect(getEditableConsent(monitor, consentId)).rejects.toMatchObject({ code: "not_found" });
    await record();
    expect(await agreed([personId], "advocacy", "un_bodies")).toEqual([personId]);
  });

  it("does not lie in the future", async () => {
    await record();
    const [consentId = ""] = await ids();
    await expect(withdrawConsent(monitor, { consentId, when: "2019-11-06", reason: "Later" })).rejects.toMatchObject({ detail: { problems: { when: { code: "date_in_future" } } } });
  });
});

describe("what leaves the house", () => {
  it("asks for one purpose and one audience, in the scope of whoever asks, of any number of people", async () => {
    await record();
    const many = [...Array.from({ length: 1200 }, (_, at) => `nobody-${at}`), personId];
    expect(await agreed(many, "advocacy", "un_bodies")).toEqual([personId]);
    expect(await agreed(many, "advocacy", "media")).toEqual([]);
    expect(await agreed(many, "publication", "un_bodies")).toEqual([]);
    expect(await agreed(many, "advocacy", "un_bodies", stranger)).toEqual([]);
    expect(await agreed([], "advocacy", "un_bodies")).toEqual([]);
  });
});
