import { beforeEach, describe, expect, it } from "vitest";
import { INTERNAL, type Destination } from "@/lib/model/destination";
import { recordAllegation } from "@/lib/services/allegations";
import { linkCases } from "@/lib/services/case-events";
import { recordConsent, withdrawConsent, consentsOf } from "@/lib/services/consents";
import { recordEvent } from "@/lib/services/events";
import { listOutCases, streamOutAllegations, streamOutCases, streamOutCounts, streamOutEvents, streamOutPeople } from "@/lib/services/outgoing";
import { getOutCaseFile, getOutEventFile } from "@/lib/services/outgoing-files";
import { recordPerson } from "@/lib/services/people";
import { recordSource } from "@/lib/services/sources";
import { cutEventFile } from "@/lib/web/api/cut";
import { allegationValues, CANARY, consentValues, eventValues, GUARDED, perpetrator, personValues, recorded, SHIELDED, sourceValues } from "../support/matrix-records";
import { aCase, aRuling, release } from "../support/records";
import { dialect } from "../support/stores";
import { coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

const partner = (recipientId: string, audience: Destination["audience"] = "un_bodies"): Destination => ({ profile: "partner", recipientId, audience, purpose: "advocacy" });
const everybody: Destination = { profile: "public", recipientId: "public", audience: "public", purpose: "advocacy" };

async function whole(destination: Destination, caseId: string, eventId: string, by = monitor): Promise<string> {
  const all: unknown[] = [await getOutCaseFile(by, caseId, destination), await getOutEventFile(by, eventId, destination), await listOutCases(by, [caseId], destination)];
  for (const stream of [streamOutCases(by, { view: "all" }, destination), streamOutPeople(by, destination), streamOutAllegations(by, destination), streamOutEvents(by, destination), streamOutCounts(by, destination)]) for await (const batch of stream) all.push(batch);
  return JSON.stringify(all);
}

describe("what leaves the house", () => {
  let personId: string;
  let caseId: string;
  let eventId: string;
  const name = "Құттыбек Асанұлы";
  const agree = (audience: "un_bodies" | "public") => recordConsent(monitor, { ...consentValues, audiences: [audience], personId, given: "2019-10-22", givenBy: "person" });

  beforeEach(async () => {
    await freshWorld();
    setNow("2019-11-05T09:00+06:00");
    ({ personId } = await recordPerson(monitor, { ...personValues, names: [{ text: name, kind: "legal" as const }, { text: "Kuttybek Asanuly", kind: "transliteration" as const }], birthDate: "1990-05-17", occupation: "Teacher", affiliation: "Union", residence: "Abai street 1", healthRisk: "Diabetes", familyContact: "+7 700" }));
    caseId = await aCase({ who: "known", name: "", personId, seized: "2019-10-25T18:40", heldAt: "SIZO-18" });
    await aRuling([caseId]);
    ({ eventId } = await recordEvent(monitor, { ...eventValues, title: "Rally for Құттыбек", demands: "Freedom for Kuttybek" }));
    const { sourceId } = await recordSource(monitor, { ...sourceValues, title: "Асанұлы is beaten", url: "https://example.org/asanuly", confidentiality: "public" });
    await recordAllegation(monitor, { ...allegationValues([caseId]), attributedTo: "Құттыбек’s sister", description: "Asanuly was beaten", injuries: "Broken rib", sourceId });
  });

  it("is everything for the house, and less the further it goes", async () => {
    const inside = await whole(INTERNAL, caseId, eventId);
    for (const told of [name, "Diabetes", "+7 700", "Abai street", "Broken rib", "SIZO-18", "2019-10-25T18:40", "ALA-2019-0001"]) expect(inside).toContain(told);
    const outside = await whole(partner("one"), caseId, eventId);
    for (const told of [/құттыбек/i, /kuttybek/i, /асанұлы/i, /asanuly/i, /Diabetes|700|Abai|Broken rib|Teacher|Union/, /ALA-2019/, /T18:40/, new RegExp(caseId), new RegExp(personId), /1990/]) expect(outside).not.toMatch(told);
    expect(outside).toContain("SIZO-18");
    const open = await whole(everybody, caseId, eventId);
    for (const told of [/құттыбек|kuttybek|асанұлы|asanuly/i, /SIZO-18/, /2019-10-25/, new RegExp(caseId)]) expect(open).not.toMatch(told);
  });

  it("names a person who agreed, to whom and for what they agreed, and no longer from the moment in which they take it back", async () => {
    await agree("un_bodies");
    const told = (destination: Destination) => whole(destination, caseId, eventId);
    expect(await told(partner("one"))).toContain(name);
    expect(await told(partner("one"))).toContain("Broken rib");
    expect(await told(partner("one"))).not.toMatch(/Diabetes|\+7 700|Abai street/);
    expect(await told({ ...partner("one"), purpose: "research" })).not.toContain(name);
    expect(await told(partner("one", "partners"))).not.toContain(name);
    expect(await told(everybody)).not.toContain(name);
    const stream = streamOutCases(monitor, { view: "all" }, partner("one"));
    const [consent] = (await consentsOf(monitor, personId)).consents;
    await withdrawConsent(monitor, { consentId: consent?.id ?? "", when: null, reason: "afraid" }, { version: 1 });
    expect(JSON.stringify((await stream.next()).value)).not.toContain(name);
    expect(await told(partner("one"))).not.toContain(name);
  });

  it("calls one person by one pseudonym for one recipient, and by another for the next", async () => {
    const ids = async (destination: Destination) => (await listOutCases(monitor, [caseId], destination)).flatMap(({ id, reference, person }) => [id, reference, person.id, person.displayName]);
    const [first, again, second] = [await ids(partner("one")), await ids(partner("one")), await ids(partner("two"))];
    expect(first).toEqual(again);
    for (const id of first) expect(second).not.toContain(id);
    expect(first.join()).toMatch(/^C-[0-9A-Z]{10},C-[0-9A-Z]{10},P-[0-9A-Z]{10},P-[0-9A-Z]{10}$/);
  });

  it("is the month and no facility for the public, the day for partners, and a window is never narrowed", async () => {
    const [exact] = await listOutCases(monitor, [caseId], INTERNAL);
    const [close] = await listOutCases(monitor, [caseId], partner("one"));
    const [far] = await listOutCases(monitor, [caseId], everybody);
    expect([exact?.taken, close?.taken, far?.taken]).toEqual(["2019-10-25T18:40", "2019-10-25", "2019-10"]);
    expect([close?.heldAt?.name, far?.heldAt]).toEqual(["SIZO-18", null]);
    for (const told of [close, far]) {
      expect(told?.expectedFrom).toBeLessThanOrEqual(exact?.expectedFrom ?? NaN);
      expect(told?.expectedTo).toBeGreaterThanOrEqual(exact?.expectedTo ?? NaN);
      expect(told?.overdueFrom).toBeGreaterThanOrEqual(exact?.overdueFrom ?? NaN);
    }
  });

  it("gives the day of nobody away by an event, nor the place of detention by an allegation", async () => {
    const day = await recordEvent(monitor, { ...eventValues, title: "A rally", start: "2019-10-25T18:00" });
    const linked = await aCase({ name: "Айша Сынақ", seized: "2019-10-25T18:40", heldAt: "SIZO-18" });
    await linkCases(monitor, { eventId: day.eventId, caseIds: [linked], link: "at", siteId: null });
    await recordAllegation(monitor, { ...allegationValues([linked]), eventId: day.eventId, perpetrators: [perpetrator({ agency: "SIZO-18" })] });
    expect((await getOutCaseFile(monitor, linked, INTERNAL)).events).toMatchObject([{ id: day.eventId, start: "2019-10-25T18:00" }]);
    expect((await getOutCaseFile(monitor, linked, partner("one"))).events).toMatchObject([{ start: "2019-10-25" }]);
    const far = await getOutCaseFile(monitor, linked, everybody);
    expect(far.events).toEqual([]);
    expect(JSON.stringify(far)).not.toMatch(/2019-10-25|SIZO-18|A rally/);
    const [allegation] = far.allegations;
    expect(allegation?.event).toBeNull();
    expect(allegation?.caseIds).toHaveLength(1);
    expect(allegation?.caseIds).not.toContain(far.case.id);
    const listed = JSON.stringify((await streamOutAllegations(monitor, everybody).next()).value);
    for (const id of [allegation?.id, ...(allegation?.caseIds ?? []), far.case.id]) expect(listed).not.toContain(id);
    const file = await getOutEventFile(monitor, day.eventId, everybody);
    const scopes = ["events:read", "cases:read"] as const;
    expect(cutEventFile(file, { scopes: [...scopes], destination: everybody }).cases).toEqual([]);
    expect(cutEventFile(file, { scopes: [...scopes], destination: partner("one") }).cases).toHaveLength(1);
  });

  it("says who alleges it even where nobody may be named, and accuses nobody by name", async () => {
    const file = await getOutCaseFile(monitor, caseId, partner("one"));
    expect(file.allegations.map(({ attributedTo, masked }) => masked || attributedTo !== "")).toEqual([true]);
    expect(file.sources).toMatchObject([{ url: "", masked: false }]);
  });

  it("is refused where it is not said to whom or what for", async () => {
    for (const missing of [{ recipientId: null }, { audience: null }, { purpose: null }]) await expect(listOutCases(monitor, [caseId], { ...partner("one"), ...missing })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is only what the reader may see: nothing of another team, and a period is about those who were inside in it", async () => {
    expect(await listOutCases(stranger, [caseId], INTERNAL)).toEqual([]);
    await release([caseId], "2019-11-04T10:00");
    const inside = async (from: string, before: string) => {
      const found: string[] = [];
      for await (const batch of streamOutCases(coordinator, { view: "all" }, INTERNAL, { from: Date.parse(from), before: Date.parse(before) })) found.push(...batch.map(({ id }) => id));
      return found;
    };
    expect(await inside("2019-10-01", "2019-10-20")).toEqual([]);
    expect(await inside("2019-10-20", "2019-10-27")).toEqual([caseId]);
    expect(await inside("2019-11-04T03:00", "2019-11-12")).toEqual([caseId]);
    expect(await inside("2019-11-05", "2019-11-12")).toEqual([]);
  });
});

it.runIf(dialect === "sqlite")("what a protected source says never leaves, and what is guarded stays with those who record", async () => {
  const { records, open } = await recorded();
  open();
  const { caseId, eventId } = records;
  for (const destination of [partner("one", "partners"), everybody]) {
    const told = await whole(destination, caseId, eventId);
    expect(told).not.toContain(SHIELDED);
    expect(told).not.toContain(GUARDED);
  }
  const seen = await whole(INTERNAL, caseId, eventId, viewer);
  expect(seen).toContain(CANARY);
  expect([seen.includes(SHIELDED), seen.includes(GUARDED)]).toEqual([false, false]);
});
