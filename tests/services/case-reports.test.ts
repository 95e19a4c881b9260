import { beforeEach, describe, expect, it } from "vitest";
import type { ReportKind } from "@/lib/model/report";
import { startReport } from "@/lib/services/reports/drafts";
import { openReport } from "@/lib/services/reports/files";
import { issueReport } from "@/lib/services/reports/issue";
import { getNewReport, getReportPage, type DraftPage, type IssuedPage } from "@/lib/services/reports/pages";
import { pdfPages } from "../support/pdf-pages";
import { aCase, aRuling, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger } from "../support/world";

const kinds = ["case_dossier", "overdue_letter", "urgent_appeal", "individual_complaint", "special_procedures"] as const satisfies readonly ReportKind[];

const about = (kind: ReportKind, subjectId: string, given: { to?: string; variant?: string; locale?: "kk" | "ru" | "en" } = {}) =>
  startReport(coordinator, { kind, locale: "kk", to: "house", purpose: "complaint", subjectId, savedFilterId: null, query: "", placeId: null, detentionKind: "", fromDay: null, toDay: null, saveAs: "", previousId: null, ...given });

const drafted = async (...args: Parameters<typeof about>) => (await getReportPage(coordinator, (await about(...args)).reportId)) as DraftPage;
const issue = (page: DraftPage) => issueReport(coordinator, { reportId: page.report.id, seen: page.seen, reason: "to the prosecutor", password: "" }, { version: page.report.version });

async function textOf(reportId: string): Promise<string> {
  const { bytes } = await openReport(coordinator, reportId, "pdf");
  return pdfPages(bytes).join("\n").replace(/\s+/g, " ");
}

let caseId = "";
beforeEach(async () => {
  setNow("2019-11-05T09:00:00+06:00");
  await freshWorld();
  caseId = await aCase({ name: "Ғалия Өтеген", sex: "female", heldAt: "Арнайы қабылдау орны", agency: "Қалалық полиция" });
  await aRuling([caseId], { court: "Мамандандырылған сот" });
});

describe("reports about one case", () => {
  it.each(kinds)("%s is prepared from the case, names it and no other record, and goes out as a file that other programs read", async (kind) => {
    const page = await drafted(kind, caseId);
    expect(page.refusal).toBeNull();
    expect(page.records).toMatchObject([{ kind: "case", id: caseId, named: true, status: "overdue" }]);
    await issue(page);
    const issued = (await getReportPage(coordinator, page.report.id)) as IssuedPage;
    expect(issued.state).toBe("issued");
    const text = await textOf(page.report.id);
    for (const said of ["Ғалия Өтеген", "Арнайы қабылдау орны", "2019 жылғы 22 қазан", "Erkin test"]) expect(text).toContain(said);
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(issued.document.blocks.filter((block) => block.kind === "gap")).toEqual([]);
    expect(text).not.toContain("Жетіспейді");
    expect(text.includes("Ішкі пайдалануға арналған")).toBe(kind !== "overdue_letter");
  });

  it.each(["facility", "prosecutor", "ombudsman"])("the letter goes to the %s where that was chosen", async (variant) => {
    const page = await drafted("overdue_letter", caseId, { variant, locale: "ru" });
    expect(page.document.addressee[0]).toContain({ facility: "Начальнику", prosecutor: "Прокурору", ombudsman: "Уполномоченному" }[variant]);
    expect(page.report.variant).toBe(variant);
  });

  it("the letter is not issued before the last lawful reading, nor once a release is recorded", async () => {
    setNow("2019-11-01T12:00:00+06:00");
    const early = await drafted("overdue_letter", caseId);
    expect(early.refusal).toBe("not_overdue");
    await expect(issue(early)).rejects.toMatchObject({ detail: { problems: { seen: { code: "not_overdue" } } } });
    setNow("2019-11-05T09:00:00+06:00");
    expect((await drafted("overdue_letter", caseId)).refusal).toBeNull();
    await release([caseId], "2019-11-05T08:00");
    expect((await drafted("overdue_letter", caseId)).refusal).toBe("not_overdue");
    expect((await drafted("urgent_appeal", caseId)).refusal).toBe("not_held");
    expect((await drafted("individual_complaint", caseId)).refusal).toBeNull();
  });

  it.each(kinds)("%s tells everybody neither the name nor the house’s reference", async (kind) => {
    const page = await drafted(kind, caseId, { to: "public" });
    const said = JSON.stringify(page.document);
    for (const secret of ["Ғалия", "Өтеген", "ALA-2019", "Арнайы қабылдау", "Қалалық полиция", caseId]) expect(said).not.toContain(secret);
  });

  it("follows an earlier one about the same person only", async () => {
    const page = await drafted("case_dossier", caseId);
    await issue(page);
    const other = await aCase({ name: "Болат Басқа" });
    expect((await getNewReport(coordinator, "case_dossier", other)).previous).toEqual([]);
    expect((await getNewReport(coordinator, "case_dossier", caseId)).previous).toMatchObject([{ id: page.report.id }]);
  });

  it("is offered to nobody outside the team", async () => {
    await expect(getNewReport(stranger, "case_dossier", caseId)).rejects.toMatchObject({ code: "not_found" });
    expect((await getNewReport(monitor, "case_dossier", caseId)).subject?.id).toBe(caseId);
  });
});
