import mammoth from "mammoth";
import { rmSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { env } from "@/lib/env";
import type { ReportDraftValues } from "@/lib/model/report-input";
import { recordRecipient } from "@/lib/services/recipients";
import { startReport } from "@/lib/services/reports/drafts";
import { openReport } from "@/lib/services/reports/files";
import { issueReport, withdrawReport } from "@/lib/services/reports/issue";
import { getReportPage, type DraftPage, type IssuedPage } from "@/lib/services/reports/pages";
import { recipientValues } from "../support/matrix-records";
import { pdfPages } from "../support/pdf-pages";
import { aCase, aRuling, release } from "../support/records";
import { coordinator, freshWorld, setNow } from "../support/world";

const draft = (given: Partial<ReportDraftValues> = {}): ReportDraftValues => ({
  kind: "persons_deprived", locale: "kk", to: "house", purpose: "publication", subjectId: null, savedFilterId: null, query: "", placeId: null, detentionKind: "", fromDay: "2019-10-21", toDay: "2019-10-27", saveAs: "", previousId: null, ...given,
});

beforeEach(async () => {
  setNow("2019-10-28T09:00:00+06:00");
  rmSync(path.join(env.dataDir, "reports"), { recursive: true, force: true });
  await freshWorld();
});

async function bulletin(given: Partial<ReportDraftValues> = {}): Promise<IssuedPage> {
  const { reportId } = await startReport(coordinator, draft(given));
  const page = (await getReportPage(coordinator, reportId)) as DraftPage;
  await issueReport(coordinator, { reportId, seen: page.seen, reason: "for the archive", password: "" }, { version: page.report.version });
  return (await getReportPage(coordinator, reportId)) as IssuedPage;
}

it("a bulletin says itself what came since the one before, to the house and to a partner who had that one, and never to the public", async () => {
  const ids = [await aCase(), await aCase({ name: "Ержан Үмітов" })];
  await aRuling(ids);
  const { recipientId } = await recordRecipient(coordinator, recipientValues);
  const [house, partner, open] = [await bulletin(), await bulletin({ to: recipientId }), await bulletin({ to: "public" })];
  setNow("2019-11-04T09:00:00+06:00");
  await release([ids[0] ?? ""], "2019-11-01T10:00");
  const next = async (given: Partial<ReportDraftValues>) => (await startReport(coordinator, draft({ locale: "en", fromDay: "2019-10-28", toDay: "2019-11-03", ...given }))).reportId;
  const sentenceOf = async (id: string) => {
    const { document } = await getReportPage(coordinator, id);
    return document.blocks.flatMap((block) => (block.kind === "paragraph" && block.text.includes("ince") ? [block.text] : []));
  };
  const since = async (given: Partial<ReportDraftValues>) => sentenceOf(await next(given));
  const sentence = (number: number) => [`Since bulletin ${number}: 1 released, 1 overdue.`];
  expect(await since({ previousId: house.report.id })).toEqual(sentence(1));
  expect(await since({ previousId: open.report.id })).toEqual(sentence(3));
  expect(await since({ to: recipientId, previousId: partner.report.id })).toEqual(sentence(2));
  // What the receiver never had is not compared for them; and the public would hear an exact figure of what lies between two steps.
  for (const previousId of [house.report.id, open.report.id]) expect(await since({ to: recipientId, previousId })).toEqual([]);
  for (const previousId of [house.report.id, partner.report.id, open.report.id, null]) expect(await since({ to: "public", previousId })).toEqual([]);
  const begun = await next({ previousId: house.report.id });
  await withdrawReport(coordinator, { reportId: house.report.id, reason: "a wrong name" }, { version: house.report.version });
  expect(await sentenceOf(begun)).toEqual([]);
});

it("a bulletin puts what came since the one before into its files, as it was when it was issued", async () => {
  const caseId = await aCase();
  await aRuling([caseId]);
  const first = await bulletin();
  setNow("2019-11-04T09:00:00+06:00");
  await release([caseId], "2019-11-01T10:00");
  const second = await bulletin({ fromDay: "2019-10-28", toDay: "2019-11-03", previousId: first.report.id });
  const sentence = "№ 1 бюллетеньнен бері: 1 адам босатылды.";
  expect(pdfPages((await openReport(coordinator, second.report.id, "pdf")).bytes).join("\n").replace(/\s+/g, " ")).toContain(sentence);
  expect((await mammoth.extractRawText({ buffer: (await openReport(coordinator, second.report.id, "docx")).bytes })).value.replaceAll("\u00a0", " ")).toContain(sentence);
});
