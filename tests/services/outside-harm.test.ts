import { beforeEach, describe, expect, it } from "vitest";
import { recordAdjustment } from "@/lib/services/adjustments";
import { recordAllegation } from "@/lib/services/allegations";
import { recordConsent } from "@/lib/services/consents";
import { recordCitation } from "@/lib/services/citations";
import { recordEvent } from "@/lib/services/events";
import { recordMoment } from "@/lib/services/moments";
import { listOutCases, streamOutAllegations } from "@/lib/services/outgoing";
import { getOutCaseFile, getOutEventFile } from "@/lib/services/outgoing-files";
import { recordPerson } from "@/lib/services/people";
import { recordSource } from "@/lib/services/sources";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { cutEventFile } from "@/lib/web/api/cut";
import { adjustmentValues, allegationValues, consentValues, eventValues, momentValues, personValues, sourceValues } from "../support/matrix-records";
import { aCase } from "../support/records";
import { PARTNER, PUBLIC } from "../support/told-reports";
import { freshWorld, monitor, setNow } from "../support/world";

describe("somebody who agreed to be named in public", () => {
  let caseId: string;

  beforeEach(async () => {
    setNow("2019-11-05T09:00:00+06:00");
    await freshWorld();
    const { personId } = await recordPerson(monitor, { ...personValues, names: [{ text: "Болат Келіскенов", kind: "legal" }] });
    for (const [audience, purpose] of [["public", "publication"], ["partners", "statistics"]] as const) await recordConsent(monitor, { ...consentValues, personId, purpose, audiences: [audience] });
    caseId = await aCase({ who: "known", name: "", personId, seized: "2019-10-25T18:40" });
  });

  it("did not agree that it is told who suffered sexual violence", async () => {
    await recordAllegation(monitor, allegationValues([caseId], { acts: ["sexual_violence"], when: "2019-10-26" }));
    await recordAllegation(monitor, allegationValues([caseId], { acts: ["beating"], when: "2019-10-26" }));
    const open = await getOutCaseFile(monitor, caseId, PUBLIC);
    expect(open.allegations.map(({ acts }) => acts)).toEqual([["beating"]]);
    const listed = [];
    for await (const batch of streamOutAllegations(monitor, PUBLIC)) listed.push(...batch);
    const [told] = listed.filter(({ acts }) => acts.includes("sexual_violence"));
    expect(told?.when).toBe("2019-10");
    expect(told?.caseIds).not.toContain(open.case.id);
    expect((await getOutCaseFile(monitor, caseId, PARTNER)).allegations).toHaveLength(2);
  });

  it("did not agree that it is told that they are in hospital", async () => {
    await recordMoment(monitor, { ...momentValues, caseIds: [caseId], kind: "hospitalised", institution: "Қалалық аурухана", when: "2019-10-28" });
    const [[open], [close]] = [await listOutCases(monitor, [caseId], PUBLIC), await listOutCases(monitor, [caseId], PARTNER)];
    expect(JSON.stringify(await getOutCaseFile(monitor, caseId, PUBLIC))).not.toContain("аурухана");
    expect([open?.status, close?.status]).toEqual(["in_custody", "in_hospital"]);
    expect((await getOutCaseFile(monitor, caseId, PUBLIC)).moments.map(({ kind }) => kind)).not.toContain("hospitalised");
    expect((await getOutCaseFile(monitor, caseId, PARTNER)).moments.map(({ kind }) => kind)).toContain("hospitalised");
  });
});

describe("somebody who did not agree", () => {
  const article = "https://news.example/2019/five-held";
  let caseId: string;
  let eventId: string;

  beforeEach(async () => {
    setNow("2019-11-05T09:00:00+06:00");
    await freshWorld();
    caseId = await aCase({ seized: "2019-10-25T18:40" });
    ({ eventId } = await recordEvent(monitor, { ...eventValues, start: "2019-10-25T18:00" }));
    const { sourceId } = await recordSource(monitor, { ...sourceValues, title: "Five are held on the square", publisher: "Қала хабары", url: article, published: "2019-10-25", text: "Five are held", confidentiality: "public" });
    await recordStatedRelease(monitor, { caseIds: [caseId], when: "2019-11-04", attributedTo: "Қала хабары", sourceId, note: "" });
    await recordAllegation(monitor, allegationValues([caseId], { eventId, attributedTo: "Қала хабары", sourceId }));
    await recordCitation(monitor, { caseIds: [caseId], sourceId, field: "custody", quote: "Five are held" });
  });

  it("is not led to by an article: the public learns that there is a source, and of what is said who publishes it", async () => {
    const open = await getOutCaseFile(monitor, caseId, PUBLIC);
    expect(JSON.stringify(open)).not.toMatch(/news\.example|Five are held|2019-10-25/);
    expect(open.sources).toMatchObject([{ masked: true, kind: "other" }]);
    expect(open.stated).toMatchObject([{ attributedTo: "Қала хабары", masked: false, sourceId: null }]);
    expect(open.allegations).toMatchObject([{ attributedTo: "Қала хабары", masked: false, sourceId: null }]);
    expect((await getOutCaseFile(monitor, caseId, PARTNER)).sources).toMatchObject([{ url: article }]);
  });

  it("is not placed by whoever decided on what counts towards the term", async () => {
    await recordAdjustment(monitor, { ...adjustmentValues, caseIds: [caseId], authority: "Алмалы аудандық соты" });
    const authorities = async (destination: typeof PUBLIC) => (await getOutCaseFile(monitor, caseId, destination)).adjustments.map(({ authority }) => authority);
    expect([await authorities(PUBLIC), await authorities(PARTNER)]).toEqual([[""], ["Алмалы аудандық соты"]]);
  });

  it("is not dated by what is alleged at an event, nor by the article that says so", async () => {
    const listed = [];
    for await (const batch of streamOutAllegations(monitor, PUBLIC)) listed.push(...batch);
    expect(listed).toMatchObject([{ event: null, sourceId: null }]);
    const told = (destination: typeof PUBLIC) => getOutEventFile(monitor, eventId, destination).then((file) => cutEventFile(file, { scopes: ["events:read", "allegations:read"], destination }));
    expect((await told(PUBLIC)).allegations).toEqual([]);
    expect((await told(PARTNER)).allegations).toHaveLength(1);
  });
});
