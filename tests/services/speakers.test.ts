import mammoth from "mammoth";
import { beforeEach, describe, expect, it } from "vitest";
import { INTERNAL } from "@/lib/model/destination";
import { exportFormats, type ExportFormat, type ExportKind } from "@/lib/model/export";
import type { ReportKind } from "@/lib/model/report";
import { recordAllegation } from "@/lib/services/allegations";
import { recordConsent } from "@/lib/services/consents";
import { recordCount } from "@/lib/services/counts";
import { recordEvent } from "@/lib/services/events";
import { previewExport } from "@/lib/services/export-preview";
import { makeExport, openExport } from "@/lib/services/export-register";
import { getOutCaseFile, getOutEventFile } from "@/lib/services/outgoing-files";
import { recordInstitution } from "@/lib/services/institution-records";
import { recordPerson } from "@/lib/services/people";
import { recordRecipient } from "@/lib/services/recipients";
import { startReport } from "@/lib/services/reports/drafts";
import { openReport } from "@/lib/services/reports/files";
import { issueReport } from "@/lib/services/reports/issue";
import { getReportPage, type DraftPage } from "@/lib/services/reports/pages";
import { recordSource } from "@/lib/services/sources";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { allegationValues, consentValues, countValues, eventValues, institutionValues, personValues, recipientValues, sourceValues } from "../support/matrix-records";
import { pdfPages } from "../support/pdf-pages";
import { aCase, aRuling } from "../support/records";
import { PARTNER, PUBLIC } from "../support/told-reports";
import { coordinator, freshWorld, monitor, setNow } from "../support/world";
import { bytesOf, unzipped } from "../support/zip";

/** Words by which somebody who spoke can be found. */
const words = ["Медбике", "Айгерім", "Камералас", "Туысқан", "Тергеуші"];
const KEPT = "a source whose name is kept by the monitors";

let caseId: string;
let eventId: string;
let partnerId: string;

beforeEach(async () => {
  setNow("2019-11-05T09:00:00+06:00");
  await freshWorld();
  ({ recipientId: partnerId } = await recordRecipient(coordinator, recipientValues));
  const { personId } = await recordPerson(monitor, { ...personValues, names: [{ text: "Болат Келіскенов", kind: "legal" }] });
  for (const [audience, purpose] of [["public", "publication"], ["partners", "statistics"]] as const) await recordConsent(monitor, { ...consentValues, personId, purpose, audiences: [audience] });
  caseId = await aCase({ who: "known", name: "", personId, seized: "2019-10-25T18:40" });
  await aRuling([caseId]);
  await recordInstitution(monitor, { ...institutionValues, name: "Тыйым салынбаған ұйым", kind: "ngo", placeId: null });
  ({ eventId } = await recordEvent(monitor, { ...eventValues, title: "A rally" }));
  const source = async (given: object) => (await recordSource(monitor, { ...sourceValues, text: "", ...given })).sourceId;
  const inner = await source({ kind: "witness", title: "Камералас", confidentiality: "internal" });
  const guarded = await source({ kind: "official", title: "Тергеуші", confidentiality: "protected" });
  const article = await source({ kind: "article", title: "Митинг туралы", publisher: "Ашық газет", confidentiality: "public" });
  const said: [string, string | null][] = [["Медбике, СИЗО-18", null], ["әйелі Айгерім", article], ["Камералас", inner], ["Тергеуші", guarded], ["тыйым салынбаған ұйым", null]];
  for (const [attributedTo, sourceId] of said) {
    await recordAllegation(monitor, { ...allegationValues([caseId], { eventId }), attributedTo, sourceId });
    await recordCount(monitor, { ...countValues, eventId, attributedTo, sourceId });
    await recordStatedRelease(monitor, { caseIds: [caseId], when: "2019-11-04", attributedTo, sourceId, note: "Туысқан айтты" });
  }
});

const tell = (told: unknown) => JSON.stringify(told);

describe("who says so outside the house", () => {
  it.each([PUBLIC, PARTNER])("is a body on record or a published source, and else somebody whose name is kept", async (destination) => {
    const file = await getOutCaseFile(monitor, caseId, destination);
    const { counts, allegations } = await getOutEventFile(monitor, eventId, destination);
    for (const list of [file.allegations, file.stated, counts, allegations]) {
      expect(list.map(({ attributedTo, masked }) => (masked ? "-" : attributedTo)).sort()).toEqual(["-", "-", "-", "Ашық газет", "тыйым салынбаған ұйым"]);
      for (const each of list) expect([each.masked, each.sourceId !== null && each.masked, each.attributedTo === ""]).toEqual([each.masked, false, each.masked]);
    }
    for (const word of words) expect(tell([file, counts, allegations]), word).not.toContain(word);
    // Of the two sources that are not told neither their kinds nor how many they are.
    expect(file.sources.map(({ masked, kind }) => [masked, kind]).sort()).toEqual([[false, "article"], [true, "other"]]);
  });

  it("is in full inside, where it is recorded", async () => {
    const file = await getOutCaseFile(monitor, caseId, INTERNAL);
    for (const word of words) expect(tell(file), word).toContain(word);
    expect(file.allegations.map(({ masked }) => masked)).not.toContain(true);
  });

  it("lets a partner know that an unprotected source is a document, and the public not even that", async () => {
    const { sourceId } = await recordSource(monitor, { ...sourceValues, kind: "court_record", title: "Үкім", text: "", confidentiality: "internal" });
    await recordStatedRelease(monitor, { caseIds: [caseId], when: "2019-11-04", attributedTo: "сот хатшысы", sourceId, note: "" });
    const kinds = async (destination: typeof PUBLIC) => (await getOutCaseFile(monitor, caseId, destination)).sources.map(({ kind }) => kind).sort();
    expect(await kinds(PARTNER)).toEqual(["article", "court_record", "other"]);
    expect(await kinds(PUBLIC)).toEqual(["article", "other"]);
  });

  const kinds: readonly ExportKind[] = ["allegations", "counts"];
  const files = kinds.flatMap((what) => exportFormats.filter((format) => format !== "uwazi").map((format) => [what, format] as const));
  it.each(files)("%s as %s say so in every row, on the bytes, and the preview as the file", async (what, format) => {
    for (const [to, purpose] of [["public", "publication"], [partnerId, "statistics"]] as const) {
      const asked = { what, format, to, purpose, filter: "" };
      const { exportId } = await makeExport(coordinator, { ...asked, reason: "", password: "" });
      const text = plain(format, await bytesOf((await openExport(coordinator, exportId)).body));
      for (const word of words) expect(text, word).not.toContain(word);
      expect(text).toContain("Ашық газет");
      if (format !== "json") expect(text.split(KEPT).length - 1).toBe(3);
      const preview = await previewExport(coordinator, asked);
      expect(preview.masked).toBe(3);
      expect(preview.facts.find(({ path }) => path.join() === "attributedTo")).toMatchObject({ agreed: "public_speaker", else: "public_speaker" });
    }
  });

  const reports: readonly ReportKind[] = ["persons_deprived", "event_report", "ill_treatment", "case_dossier", "urgent_appeal"];
  it.each(reports)("%s says so in PDF and DOCX", async (kind) => {
    const subjectId = kind === "event_report" ? eventId : ["case_dossier", "urgent_appeal"].includes(kind) ? caseId : null;
    for (const [to, purpose] of [["public", "publication"], [partnerId, "statistics"]] as const) {
      const { reportId } = await startReport(coordinator, { kind, locale: "en", to, purpose, subjectId, savedFilterId: null, query: "", placeId: null, detentionKind: "", fromDay: null, toDay: null, saveAs: "", previousId: null });
      const page = (await getReportPage(coordinator, reportId)) as DraftPage;
      await issueReport(coordinator, { reportId, seen: page.seen, reason: "to be read", password: "" }, { version: page.report.version });
      for (const format of ["pdf", "docx"] as const) {
        const { bytes } = await openReport(coordinator, reportId, format);
        const text = (format === "pdf" ? pdfPages(bytes).join("\n") : (await mammoth.extractRawText({ buffer: bytes })).value).replace(/\s+/g, " ");
        for (const word of words) expect(text, `${to} ${format} ${word}`).not.toContain(word);
        expect(text.toLowerCase(), `${to} ${format}`).toContain(KEPT);
      }
    }
  });
});

const plain = (format: ExportFormat, bytes: Buffer): string => (format === "xlsx" ? [...unzipped(bytes).values()].map(String).join("\n") : bytes.toString());
