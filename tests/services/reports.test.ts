import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import mammoth from "mammoth";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, cases } from "@/db/schema";
import type { ReportDraftValues } from "@/lib/model/report-input";
import type { Actor } from "@/lib/model/permissions";
import { compareReports, compareWithNow } from "@/lib/services/reports/compare";
import { discardReport, saveReportText, startReport } from "@/lib/services/reports/drafts";
import { openReport } from "@/lib/services/reports/files";
import { listFilters, removeFilter } from "@/lib/services/reports/filters";
import { issueReport, withdrawReport } from "@/lib/services/reports/issue";
import { getLetterhead, setLogo, updateContact } from "@/lib/services/reports/letterhead";
import { getNewReport, getReportLibrary, getReportPage, type DraftPage, type IssuedPage } from "@/lib/services/reports/pages";
import { pdfPages } from "../support/pdf-pages";
import { aCase, aRuling, release } from "../support/records";
import { admin, coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";
import { env } from "@/lib/env";
import type { Store } from "@/db/store";

const draft = (given: Partial<ReportDraftValues> = {}): ReportDraftValues => ({
  kind: "persons_deprived", locale: "kk", to: "house", purpose: "publication", subjectId: null, savedFilterId: null, query: "", placeId: null, detentionKind: "", fromDay: "2019-10-21", toDay: "2019-10-27", saveAs: "", previousId: null, ...given,
});

let world: Store;
beforeEach(async () => {
  setNow("2019-10-28T09:00:00+06:00");
  rmSync(path.join(env.dataDir, "reports"), { recursive: true, force: true });
  world = await freshWorld();
});

async function issued(id: string, by: Actor = coordinator, reason = "for the archive"): Promise<IssuedPage> {
  const page = (await getReportPage(by, id)) as DraftPage;
  await issueReport(by, { reportId: id, seen: page.seen, reason, password: "" }, { version: page.report.version });
  return (await getReportPage(by, id)) as IssuedPage;
}

const bulletin = async (given: Partial<ReportDraftValues> = {}): Promise<IssuedPage> => issued((await startReport(coordinator, draft(given))).reportId);

const actions = async (): Promise<string[]> => (await world.read.select({ action: auditEntries.action }).from(auditEntries)).map(({ action }) => action);
const refusal = (problem: Record<string, string>) => ({ code: "invalid", detail: { problems: Object.fromEntries(Object.entries(problem).map(([field, code]) => [field, expect.objectContaining({ code })])) } });

describe("a bulletin", () => {
  it("holds so many small figures back from everybody that they cannot be subtracted from the sum", async () => {
    for (let i = 0; i < 6; i++) await aCase({ name: `Айша Сынақ ${i}` });
    for (const detentionKind of ["remand", "house_arrest", "unknown"] as const) await aCase({ name: "Болат Сынақ", detentionKind });
    const { document } = await bulletin({ to: "public" });
    const tables = document.blocks.filter((block) => block.kind === "table");
    // Six of nine, and one each of three kinds: without the six, "three of three" would be told.
    expect(tables[1]?.rows.map(([, held]) => held)).toEqual(["…", "…", "…", "…"]);
    expect(tables[0]?.rows.map(([, held]) => held)).toEqual(["5+"]);
  });

  it.each([
    ["kk", "2019 жылғы 28 қазан", "2019 жылғы 21–27 қазан"],
    ["ru", "28 октября 2019 года", "21–27 октября 2019 года"],
    ["en", "28 October 2019", "21–27 October 2019"],
  ] as const)("writes its day and its period as documents do (%s)", async (locale, day, period) => {
    const { frame, document } = await getReportPage(coordinator, (await startReport(coordinator, draft({ locale }))).reportId);
    expect([frame.dayText, document.subtitle]).toEqual([day, period]);
  });

  it("of the whole time does not say that nobody was taken in it", async () => {
    await aCase({ name: "Айша Сынақ" });
    const { document } = await getReportPage(coordinator, (await startReport(coordinator, draft({ locale: "en", fromDay: null, toDay: null }))).reportId);
    const said = document.blocks.flatMap((block) => (block.kind === "facts" ? block.rows.map(({ label }) => label) : block.kind === "table" ? block.columns.map(({ label }) => label) : []));
    expect(said).toContain("Held");
    expect(said.filter((label) => label.startsWith("Taken"))).toEqual([]);
  });

  it("says since when somebody is overdue as its window and the letters do", async () => {
    const [day, minute] = [await aCase({ name: "Айша Сынақ", seized: "2019-10-10" }), await aCase({ name: "Болат Сынақ", seized: "2019-10-11T16:20" })];
    await aRuling([day], { date: "2019-10-10" });
    await aRuling([minute], { date: "2019-10-11" });
    const { document } = await getReportPage(coordinator, (await startReport(coordinator, draft({ locale: "en" }))).reportId);
    const states = document.blocks.flatMap((block) => (block.kind === "table" && block.columns.length === 6 ? block.rows.map((row) => row[5]) : []));
    expect(states).toEqual([expect.stringContaining("since 20 Oct 2019, 24:00"), expect.stringContaining("since 21 Oct 2019, 16:20")]);
  });

  it("is prepared, completed, issued, and read back by other programs", async () => {
    const caseId = await aCase({ name: "Әбдіғаппар Қасымұлы Ғабдуллин" });
    await aRuling([caseId]);
    const { reportId } = await startReport(coordinator, draft());
    await saveReportText(coordinator, { reportId, slot: "opening", text: "Ә ғ қ ң ө ұ ү һ і — осы аптада." }, {});
    const page = await issued(reportId);
    expect(page.frame.number).toBe("№ 1 бюллетень");
    const { bytes, file } = await openReport(coordinator, reportId, "pdf");
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
    const text = pdfPages(bytes).join("\n").replace(/\s+/g, " ");
    for (const part of ["Ә ғ қ ң ө ұ ү һ і — осы аптада.", "Әбдіғаппар Қасымұлы Ғабдуллин", "№ 1 бюллетень", page.frame.fingerprint, "Ішкі пайдалануға арналған"]) expect(text).toContain(part);
    const docx = await openReport(coordinator, reportId, "docx");
    const words = (await mammoth.extractRawText({ buffer: docx.bytes })).value;
    for (const part of ["Ә ғ қ ң ө ұ ү һ і — осы аптада.", "Әбдіғаппар Қасымұлы Ғабдуллин"]) expect(words).toContain(part);
    expect(await actions()).toEqual(expect.arrayContaining(["report.drafted", "report.changed", "report.issued", "report.rendered", "report.downloaded"]));
  });

  it("stays as it was when the records change, and the comparison tells what changed", async () => {
    const [one, two, three] = [await aCase(), await aCase({ name: "Ержан Үмітов" }), await aCase({ name: "Һ. Ізбасар" })];
    await aRuling([one, two, three]);
    const first = await bulletin();
    const before = (await openReport(coordinator, first.report.id, "pdf")).bytes;
    setNow("2019-11-04T09:00:00+06:00");
    await release([one], "2019-11-01T10:00");
    const four = await aCase({ name: "Жаңа Адам", seized: "2019-11-02T10:00" });
    const after = await openReport(coordinator, first.report.id, "pdf");
    expect(after.bytes.equals(before)).toBe(true);
    expect(((await getReportPage(coordinator, first.report.id)) as IssuedPage).document).toEqual(first.document);
    const now = (await compareWithNow(coordinator, first.report.id)).difference;
    expect({ released: now.released.map(({ after: { id } }) => id), overdue: now.overdue.map(({ id }) => id).sort(), added: now.added }).toEqual({ released: [one], overdue: [two, three].sort(), added: [] });
    const second = await bulletin({ fromDay: "2019-10-28", toDay: "2019-11-03", previousId: first.report.id });
    const { difference } = await compareReports(coordinator, second.report.id, first.report.id);
    expect({ released: difference.released.length, added: difference.added.map(({ id }) => id), overdue: difference.overdue.length }).toEqual({ released: 1, added: [four], overdue: 2 });
    expect(second.frame.number).toBe("№ 2 бюллетень");
  });

  it("names in public only who agreed, and holds small figures back", async () => {
    await aRuling([await aCase({ name: "Құпия Есімов" })]);
    const page = await bulletin({ to: "public" });
    const told = JSON.stringify(page.document);
    expect(told).not.toContain("Құпия");
    expect(told).toContain("5-тен аз");
    expect({ named: page.named, pseudonymous: page.pseudonymous }).toEqual({ named: 0, pseudonymous: 1 });
    for (const format of ["pdf", "docx"] as const) expect((await openReport(viewer, page.report.id, format)).bytes.includes("Құпия")).toBe(false);
  });
});

describe("issuing", () => {
  it("gives every report its own number, also at the same moment, and no number twice", async () => {
    await aCase();
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await startReport(coordinator, draft({ to: "public" }))).reportId));
    const pages = await Promise.all(ids.map((id) => issued(id, coordinator, "")));
    expect(pages.map(({ report }) => report.number).sort()).toEqual([1, 2, 3, 4]);
  });

  it("is refused where the records are not those that were read, and where the draft was changed meanwhile", async () => {
    const caseId = await aCase();
    const { reportId } = await startReport(coordinator, draft({ to: "public" }));
    const seen = (await getReportPage(coordinator, reportId)) as DraftPage;
    await aRuling([caseId]);
    const issue = (version: number | undefined) => issueReport(coordinator, { reportId, seen: seen.seen, reason: "", password: "" }, { ...(version === undefined ? {} : { version }) });
    await expect(issue(seen.report.version)).rejects.toMatchObject(refusal({ seen: "changed_since" }));
    const again = (await getReportPage(coordinator, reportId)) as DraftPage;
    await saveReportText(monitor, { reportId, slot: "opening", text: "later" }, {});
    await expect(issueReport(coordinator, { reportId, seen: again.seen, reason: "", password: "" }, { version: again.report.version })).rejects.toMatchObject(refusal({ seen: "changed_since" }));
    await expect(issue(undefined)).rejects.toMatchObject({ code: "stale_version" });
    expect((await getReportLibrary(coordinator)).issued).toEqual([]);
  });

  it("asks for a reason where more is told than everybody may know", async () => {
    const { reportId } = await startReport(coordinator, draft());
    await expect(issued(reportId, coordinator, "")).rejects.toMatchObject(refusal({ reason: "required" }));
  });

  it("is for coordinators; an issued report can be neither changed nor issued again nor discarded", async () => {
    const { reportId } = await startReport(monitor, draft({ to: "public" }));
    await expect(issued(reportId, monitor)).rejects.toMatchObject({ code: "forbidden" });
    const again = ((await getReportPage(coordinator, reportId)) as DraftPage).seen;
    const page = await issued(reportId, coordinator);
    await expect(saveReportText(coordinator, { reportId, slot: "opening", text: "x" }, {})).rejects.toMatchObject({ code: "conflict" });
    await expect(discardReport(coordinator, { reportId }, { version: page.report.version })).rejects.toMatchObject({ code: "conflict" });
    await expect(issueReport(coordinator, { reportId, seen: again, reason: "", password: "" }, { version: page.report.version })).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be taken back for a reason, and stays to be seen and downloaded", async () => {
    const page = await bulletin({ to: "public" });
    await withdrawReport(coordinator, { reportId: page.report.id, reason: "a wrong name" }, { version: page.report.version });
    const library = await getReportLibrary(viewer);
    expect(library.issued.map(({ id, state, withdrawnReason }) => ({ id, state, withdrawnReason }))).toEqual([{ id: page.report.id, state: "withdrawn", withdrawnReason: "a wrong name" }]);
    expect((await openReport(viewer, page.report.id, "pdf")).bytes.length).toBeGreaterThan(1000);
  });
});

describe("who sees what", () => {
  it("keeps drafts and inner reports from those who make none, and everything from other teams", async () => {
    const { reportId } = await startReport(coordinator, draft());
    await expect(getReportPage(viewer, reportId)).rejects.toMatchObject({ code: "not_found" });
    await issued(reportId);
    await expect(getReportPage(viewer, reportId)).rejects.toMatchObject({ code: "not_found" });
    await expect(openReport(viewer, reportId, "pdf")).rejects.toMatchObject({ code: "not_found" });
    await expect(getReportPage(stranger, reportId)).rejects.toMatchObject({ code: "not_found" });
    const open = await bulletin({ to: "public" });
    const seen = (await getReportPage(viewer, open.report.id)) as IssuedPage;
    expect(seen.records).toEqual([]);
    expect((await getReportLibrary(viewer)).issued.map(({ id }) => id)).toEqual([open.report.id]);
    expect((await getReportLibrary(stranger)).issued).toEqual([]);
  });

  it("tells in the list about which case a report is, and in which form, as far as the reader sees the case", async () => {
    const caseId = await aCase({ name: "Айша Сынақ" });
    await startReport(coordinator, draft({ kind: "overdue_letter", subjectId: caseId, variant: "prosecutor", fromDay: null, toDay: null }));
    const [row] = (await getReportLibrary(coordinator)).drafts;
    expect(row).toMatchObject({ kind: "overdue_letter", variant: "prosecutor", subject: expect.stringMatching(/^ALA-2019-\d{4}$/) as string, recipientName: null });
    await world.write((tx) => tx.update(cases).set({ teamId: "team-b" }).where(eq(cases.id, caseId)));
    expect((await getReportLibrary(coordinator)).drafts[0]?.subject).toBeNull();
  });

  it("does not let a report of one team hold what another team records, whoever makes it", async () => {
    await aCase({ name: "Басқа Топтікі" }, stranger);
    const both: Actor = { ...coordinator, teamIds: ["team-a", "team-b"] };
    const { reportId } = await startReport(both, draft());
    expect(JSON.stringify((await getReportPage(both, reportId)) as DraftPage)).not.toContain("Топтікі");
  });
});

describe("texts, filters and the letterhead", () => {
  it("shows both versions where two people write the same text", async () => {
    const { reportId } = await startReport(coordinator, draft());
    await saveReportText(coordinator, { reportId, slot: "opening", text: "one" }, {});
    await saveReportText(monitor, { reportId, slot: "opening", text: "two" }, { version: 1 });
    await expect(saveReportText(coordinator, { reportId, slot: "opening", text: "three" }, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { text: "two" } } } });
  });

  it("keeps a filter under a name for the next report", async () => {
    await startReport(coordinator, draft({ placeId: "ala", saveAs: "Алматы" }));
    const [filter] = await listFilters(monitor);
    expect(filter).toMatchObject({ name: "Алматы", query: "place=ala" });
    expect((await getNewReport(coordinator, "persons_deprived", undefined)).filters).toHaveLength(1);
    await removeFilter(coordinator, { filterId: filter?.id ?? "" }, { version: 1 });
    expect(await listFilters(coordinator)).toEqual([]);
  });

  it("refuses a period that ends before it begins", async () => {
    await expect(startReport(coordinator, draft({ fromDay: "2019-11-01", toDay: "2019-10-01" }))).rejects.toMatchObject(refusal({ toDay: "end_before_start" }));
  });

  it("draws the logo anew, without what else was in the file, and puts it into documents", async () => {
    const photo = await sharp({ create: { width: 1200, height: 300, channels: 3, background: "#224466" } }).withExif({ IFD0: { Artist: "SECRET PHOTOGRAPHER" } }).jpeg().toBuffer();
    expect(photo.includes("SECRET PHOTOGRAPHER")).toBe(true);
    await setLogo(admin, photo);
    await updateContact(admin, { contact: "Алматы, Абай даңғылы 1\ninfo@example.org" }, { version: 1 });
    const head = await getLetterhead(admin);
    expect({ width: head.logoWidth, height: head.logoHeight, clean: !Buffer.from(head.logo, "base64").includes("SECRET") }).toEqual({ width: 800, height: 200, clean: true });
    await expect(setLogo(admin, Buffer.from("<svg/>"))).rejects.toMatchObject(refusal({ logo: "logo_unreadable" }));
    await expect(setLogo(admin, Buffer.alloc(300_000))).rejects.toMatchObject(refusal({ logo: "logo_too_large" }));
    const page = await bulletin({ to: "public" });
    expect(page.frame.contact).toEqual(["Алматы, Абай даңғылы 1", "info@example.org"]);
    expect(pdfPages((await openReport(coordinator, page.report.id, "pdf")).bytes)[0]).toContain("Абай даңғылы");
    await expect(setLogo(coordinator, photo)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the files of an issued report", () => {
  it("lie sealed on the disk, and one that was changed there is not given out", async () => {
    await aCase({ name: "Көрінбес Адамов" });
    const page = await bulletin();
    const folder = path.join(env.dataDir, "reports");
    const names = readdirSync(folder);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const bytes = readFileSync(path.join(folder, name));
      expect(bytes.includes("%PDF") || bytes.includes("word/document.xml")).toBe(false);
    }
    for (const name of names) {
      const bytes = readFileSync(path.join(folder, name));
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      writeFileSync(path.join(folder, name), bytes);
    }
    await expect(openReport(coordinator, page.report.id, "pdf")).rejects.toMatchObject({ code: "damaged" });
  });
});
