import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema";
import type { ClaimValues } from "@/lib/model/claim";
import { countPrefill, orderPrefill } from "@/lib/model/claim-prefill";
import { getCaseChoices } from "@/lib/services/case-choices";
import { getCasePage } from "@/lib/services/case-page";
import { acceptClaims, recordClaim } from "@/lib/services/citations";
import { attachClaims, followClaim, updateClaim, withdrawCitation } from "@/lib/services/claim-edits";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { getReading } from "@/lib/services/claim-reading";
import { getCaseClaims, getEventClaims, getSourceClaims } from "@/lib/services/claims";
import { recordCount } from "@/lib/services/counts";
import { recordEvent } from "@/lib/services/events";
import { recordOrder } from "@/lib/services/orders";
import { recordSource, updateSource } from "@/lib/services/sources";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { countValues, eventValues, sourceValues, statedValues } from "../support/matrix-records";
import { aCase, aRuling, release, ruling } from "../support/records";
import { almaty, freshWorld, monitor, reading, setNow, stranger, viewer } from "../support/world";

const text = "Ол 22 қазанда он күнге қамалды.\nҚұқық қорғаушылар: 31 қазанда босады. Полиция: 30 қазанда босады. Алматыда болды.";
const values = { ...sourceValues, title: "Сынақ мақаласы", language: "kk" as const, published: "2019-10-31", text };
const place = (words: string) => ({ quote: words, start: text.indexOf(words), end: text.indexOf(words) + words.length });
const claim = (given: Partial<ClaimValues> & { quote: string }): ClaimValues => ({ field: "release", valueKind: "", value: "", valueRef: null, saidBy: "", start: null, end: null, ...given });
const freed = (words: string, value: string, saidBy: string): ClaimValues => claim({ ...place(words), valueKind: "when", value, saidBy });

let caseId = "";
let sourceId = "";
const accept = async (claims: ClaimValues[], caseIds = [caseId], eventId: string | null = null): Promise<string[]> => (await acceptClaims(monitor, { sourceId, caseIds, eventId, claims })).claimIds;
const entriesOf = async (id: string): Promise<string[]> => (await (await reading()).select({ action: auditEntries.action }).from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.seq)).map(({ action }) => action);

beforeEach(async () => {
  await freshWorld();
  setNow("2019-11-01T03:00:00Z");
  caseId = await aCase();
  ({ sourceId } = await recordSource(monitor, values));
});

describe("suggestions that are accepted", () => {
  it("become claims with quote, place, value and speaker, once, for each case", async () => {
    const other = await aCase({ name: "Өзге Біреу" });
    const said = [freed("31 қазанда босады", "31 қазан", "Құқық қорғаушылар"), claim({ ...place("он күнге"), field: "term", valueKind: "term", value: "он күн" })];
    expect(await accept(said, [caseId, other])).toHaveLength(4);
    const { claims } = await getCaseClaims(viewer, other);
    expect(claims).toMatchObject([
      { field: "release", quote: "31 қазанда босады", valueKind: "when", value: "2019-10-31", saidBy: "Құқық қорғаушылар", start: text.indexOf("31 қазанда"), followed: false },
      { field: "term", valueKind: "term", value: "P10D", verdict: "nothing_recorded" },
    ]);
    await expect(accept(said, [caseId])).rejects.toMatchObject({ detail: { problems: { claims: { code: "already_accepted" } } } });
  });

  it("find the record behind a name, or stay a name", async () => {
    const place0 = { ...place("Алматыда"), field: "place" as const, valueKind: "place" as const };
    await accept([claim({ ...place0, value: "Алматы", valueRef: almaty }), claim({ ...place0, field: "other", value: "Қиял қаласы" })]);
    const { claims, names } = await getCaseClaims(viewer, caseId);
    expect(claims).toMatchObject([{ valueKind: "place", value: almaty, verdict: "agrees" }, { valueKind: "name", value: "Қиял қаласы" }]);
    expect(names[almaty]).toMatchObject({ en: "Almaty" });
  });

  it("can wait until it is said whom they are about", async () => {
    const other = await aCase({ name: "Өзге Біреу" });
    const [loose = ""] = await accept([freed("31 қазанда босады", "31.10.2019", "")], []);
    expect((await getSourceClaims(viewer, sourceId)).claims).toMatchObject([{ id: loose, caseId: null, eventId: null }]);
    await expect(attachClaims(monitor, { sourceId, claimIds: [loose], caseIds: [], eventId: null })).rejects.toMatchObject({ detail: { problems: { caseIds: { code: "required" } } } });
    await attachClaims(monitor, { sourceId, claimIds: [loose], caseIds: [caseId, other], eventId: null });
    expect((await getCaseClaims(viewer, caseId)).claims).toMatchObject([{ id: loose }]);
    expect((await getCaseClaims(viewer, other)).claims).toMatchObject([{ quote: "31 қазанда босады", value: "2019-10-31" }]);
    expect(await entriesOf(loose)).toEqual(["citation.recorded", "citation.attached"]);
  });

  it("are about an event or about cases, and counts of an event stand side by side", async () => {
    const { eventId } = await recordEvent(monitor, { ...eventValues, sites: [{ placeId: almaty, spot: "" }] });
    await expect(accept([freed("30 қазанда босады", "30.10.2019", "")], [caseId], eventId)).rejects.toMatchObject({ detail: { problems: { eventId: { code: "cases_or_event" } } } });
    await accept([claim({ ...place("Полиция"), field: "event", valueKind: "count", value: "26" }), claim({ ...place("Құқық қорғаушылар"), field: "event", valueKind: "count", value: "әлдеқайда көп" })], [], eventId);
    expect((await getEventClaims(viewer, eventId)).claims).toMatchObject([{ value: "exact:26", disputed: true }, { value: "far_more:", disputed: true }]);
  });

  it("of an event's counts are all followed once each is in the ledger, and by no count of another event", async () => {
    const { eventId } = await recordEvent(monitor, { ...eventValues, sites: [{ placeId: almaty, spot: "" }] });
    const other = await recordEvent(monitor, eventValues);
    const [told = "", more = ""] = await accept([claim({ ...place("Полиция"), field: "event", valueKind: "count", value: "26" }), claim({ ...place("Құқық қорғаушылар"), field: "event", valueKind: "count", value: "әлдеқайда көп", saidBy: "ол" })], [], eventId);
    expect(countPrefill((await findClaimPrefill(monitor, told, "kk"))!)).toMatchObject({ attributedTo: "Сынақ мақаласы", bound: "exact", figure: "26", sourceId });
    // "He" is nobody in a ledger.
    expect(await findClaimPrefill(monitor, more, "kk")).toMatchObject({ saidBy: "" });
    await recordCount(monitor, { ...countValues, eventId: other.eventId }, { claim: told });
    expect((await getEventClaims(viewer, eventId)).claims.map(({ followed }) => followed)).toEqual([false, false]);
    await recordCount(monitor, { ...countValues, eventId }, { claim: told });
    await recordCount(monitor, { ...countValues, eventId, bound: "far_more", figure: null }, { claim: more });
    expect((await getEventClaims(viewer, eventId)).claims.map(({ followed }) => followed)).toEqual([true, true]);
  });

  it("must be in the text, and readable for their kind", async () => {
    await expect(accept([claim({ quote: "бұл сөз жоқ" })])).rejects.toMatchObject({ detail: { problems: { quote: { code: "quote_not_in_source" } } } });
    await expect(accept([claim({ ...place("он күнге"), valueKind: "term", value: "көп" })])).rejects.toMatchObject({ code: "invalid" });
    await expect(acceptClaims(stranger, { sourceId, caseIds: [], eventId: null, claims: [claim(place("Полиция"))] })).rejects.toMatchObject({ code: "not_found" });
    await expect(acceptClaims(viewer, { sourceId, caseIds: [], eventId: null, claims: [claim(place("Полиция"))] })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are shown as accepted when the text is read again", async () => {
    await accept([freed("31 қазанда босады", "31.10.2019", "")]);
    expect((await getReading(monitor, sourceId)).claims).toMatchObject([{ quote: "31 қазанда босады", about: { reference: expect.any(String) as string } }]);
  });
});

describe("claims beside the record", () => {
  it("contradict each other and are compared with what is recorded", async () => {
    await accept([freed("31 қазанда босады", "31.10.2019", "қорғаушылар"), freed("30 қазанда босады", "30.10.2019", "полиция"), claim({ ...place("22 қазанда"), field: "ruling", valueKind: "when", value: "22.10.2019" })]);
    await aRuling([caseId], { date: "2019-10-22" });
    await release([caseId], "2019-10-31T16:00~");
    const { claims, recorded } = await getCaseClaims(viewer, caseId);
    expect(claims.map(({ value, disputed, verdict }) => [value, disputed, verdict])).toEqual([["2019-10-31", true, "agrees"], ["2019-10-30", true, "differs"], ["2019-10-22", false, "agrees"]]);
    expect(recorded).toContainEqual({ field: "release", valueKind: "when", values: ["2019-10-31T16:00~"] });
  });

  it("are followed one at a time, with an entry for each step", async () => {
    const [first = "", second = ""] = await accept([freed("31 қазанда босады", "31.10.2019", ""), freed("30 қазанда босады", "30.10.2019", "")]);
    await followClaim(monitor, { claimId: first, follow: "yes" }, { version: 1 });
    await expect(followClaim(monitor, { claimId: second, follow: "yes" }, { version: 7 })).rejects.toMatchObject({ code: "conflict" });
    await followClaim(monitor, { claimId: second, follow: "yes" }, { version: 1 });
    expect((await getCaseClaims(viewer, caseId)).claims.map(({ followed }) => followed)).toEqual([false, true]);
    expect(await entriesOf(first)).toEqual(["citation.recorded", "citation.followed", "citation.unfollowed"]);
    await withdrawCitation(monitor, { recordId: second, reason: "қате" });
    expect((await getCaseClaims(viewer, caseId)).claims.map(({ followed, withdrawn }) => [followed, withdrawn])).toEqual([[false, null], [false, "қате"]]);
  });

  it("are followed by what is recorded from them, in one transaction", async () => {
    const [id = ""] = await accept([claim({ ...place("31 қазанда босады"), field: "stated_release", valueKind: "when", value: "31.10.2019", saidBy: "қорғаушылар" })]);
    expect(await findClaimPrefill(monitor, id, "en")).toMatchObject({ value: "2019-10-31", saidBy: "қорғаушылар", sourceId, quote: "31 қазанда босады" });
    const other = await aCase();
    await recordStatedRelease(monitor, { ...statedValues, caseIds: [other], when: "2019-10-31" }, { claim: id });
    expect((await getCaseClaims(viewer, caseId)).claims[0]).toMatchObject({ followed: false });
    await recordStatedRelease(monitor, { ...statedValues, caseIds: [caseId], when: "2019-10-31" }, { claim: id });
    expect((await getCaseClaims(viewer, caseId)).claims[0]).toMatchObject({ followed: true, verdict: "agrees" });
  });

  it("of a ruling fill its form together, and one thing recorded for several cases is followed in each", async () => {
    const other = await aCase({ name: "Өзге Біреу" });
    const third = await aCase({ name: "Үшінші Біреу" });
    const ruled = claim({ ...place("22 қазанда"), field: "ruling", valueKind: "when", value: "22.10.2019" });
    const [id = ""] = await accept([ruled, claim({ ...place("он күнге"), field: "term", valueKind: "term", value: "10 күн" })], [caseId, other]);
    expect(orderPrefill((await findClaimPrefill(monitor, id, "en"))!)).toEqual({ date: "2019-10-22", court: "", note: "22 қазанда", "term.amount": "P10D" });
    expect((await getCaseChoices(monitor, caseId)).map((each) => each.id)).toEqual([caseId, other]);
    await accept([ruled], [third]);
    await recordOrder(monitor, ruling([caseId, other], { date: "2019-10-22", court: "Сынақ соты" }), { claim: id });
    const followed = async (of: string) => (await getCaseClaims(viewer, of)).claims.filter(({ field }) => field === "ruling").map((each) => each.followed);
    expect([await followed(caseId), await followed(other), await followed(third)]).toEqual([[true], [true], [false]]);
    await accept([claim({ quote: "он күнге", field: "ruling", valueKind: "name", value: "Сынақ соты" })]);
    expect((await getCaseClaims(viewer, caseId)).claims.find(({ valueKind }) => valueKind === "name")).toMatchObject({ verdict: "agrees" });
  });

  it("are corrected with their version; another value has to be followed anew", async () => {
    const [id = ""] = await accept([freed("31 қазанда босады", "31.10.2019", "")]);
    await followClaim(monitor, { claimId: id, follow: "yes" });
    const change = { claimId: id, field: "release" as const, valueKind: "when" as const, valueRef: null, saidBy: "қорғаушылар" };
    await expect(updateClaim(monitor, { ...change, value: "31.10.2019" }, {})).rejects.toMatchObject({ code: "stale_version" });
    await updateClaim(monitor, { ...change, value: "31.10.2019" }, { version: 2 });
    expect((await getCaseClaims(viewer, caseId)).claims[0]).toMatchObject({ saidBy: "қорғаушылар", followed: true });
    await expect(updateClaim(monitor, { ...change, value: "30.10.2019" }, { version: 2 })).rejects.toMatchObject({ code: "conflict" });
    await updateClaim(monitor, { ...change, value: "30.10.2019" }, { version: 3 });
    expect((await getCaseClaims(viewer, caseId)).claims[0]).toMatchObject({ value: "2019-10-30", followed: false });
  });
});

it("a claim keeps its place through a change of the text where its words still stand once, else has none", async () => {
  const { claimIds } = await recordClaim(monitor, { sourceId, caseIds: [caseId], eventId: null, ...claim({ quote: "Полиция: 30 қазанда босады" }) });
  await recordClaim(monitor, { sourceId, caseIds: [caseId], eventId: null, ...claim({ quote: "Ол 22 қазанда" }) });
  const before = (await getCaseClaims(viewer, caseId)).claims;
  expect(before.map(({ start }) => start)).toEqual([text.indexOf("Полиция"), 0]);
  const longer = `Жаңа жол.\n${text} Ол 22 қазанда тағы.`;
  await updateSource(monitor, { ...values, text: longer, sourceId }, { version: 1 });
  const after = (await getCaseClaims(viewer, caseId)).claims;
  expect(after.map(({ start }) => start)).toEqual([longer.indexOf("Полиция"), null]);
  expect(after[0]?.id).toBe(claimIds[0]);
});

it("words that only a protected source has are not taken over into a form that everybody reads", async () => {
  await updateSource(monitor, { ...values, confidentiality: "protected", sourceId }, { version: 1 });
  const [id = ""] = await accept([freed("31 қазанда босады", "31.10.2019", "қорғаушылар")]);
  expect(await findClaimPrefill(monitor, id, "en")).toMatchObject({ quote: "" });
  expect((await getCasePage(viewer, caseId)).claims.claims).toMatchObject([{ quote: "", saidBy: "", value: "2019-10-31", source: { title: "", masked: true } }]);
});
