import { findCaseByReference } from "@/db/queries/files";
import { store } from "@/db/store";
import { renderDocx } from "@/lib/documents/docx";
import { renderPdf } from "@/lib/documents/pdf";
import { locales } from "@/lib/i18n/locales";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { reportKinds, reportSubjects, reportVariants, type ReportKind } from "@/lib/model/report";
import { dayOfText } from "@/lib/model/civil";
import { consentPurposes } from "@/lib/model/vocabularies";
import { getExportChoices } from "@/lib/services/export-register";
import { startReport } from "@/lib/services/reports/drafts";
import { openReport, reportFormats } from "@/lib/services/reports/files";
import { issueReport } from "@/lib/services/reports/issue";
import { getReportPage } from "@/lib/services/reports/pages";
import { offeredKinds } from "@/lib/services/reports/registry";
import { clerk } from "./clerk";
import { type Command, Stop } from "./command";
import { needed, oneOf, readOptions } from "./options";
import { checkedOut, writeOut } from "./outfile";

const spec = { subject: "text", variant: "text", filter: "text", from: "text", to: "text", locale: "text", format: "text", out: "text", recipient: "text", purpose: "text", internal: "flag", issue: "flag", reason: "text", team: "texts" } as const;

export const reporting: Command = {
  about: "a report as PDF or DOCX: a draft, or issued under its number",
  usage: `report KIND --out FILE [--format pdf|docx] [--locale kk|ru|en] [--subject REFERENCE|ID] [--variant FORM] [--filter "view=all&place=…"] [--from DAY] [--to DAY]
       [--recipient NAME | --internal] [--purpose PURPOSE] [--issue --reason TEXT] [--team NAME …]

KIND: ${reportKinds.join(", ")}.
Reports on a case or an event need --subject: the reference of the case, or the id of either. --variant says to whom an overdue_letter goes:
${reportVariants.overdue_letter.join(", ")}; without it to the facility. Days are written YYYY-MM-DD, both included. Without
--recipient and --internal the report is for everybody. A draft stays in the library; --issue gives it the next number and freezes it, and needs a
--reason unless it is for everybody.`,
  run: async (args) => {
    const { names, options } = readOptions(args, spec, 1);
    const kind = oneOf(names[0] ?? "", reportKinds, "The kind of report");
    const format = oneOf(options.format ?? "pdf", reportFormats, "--format");
    const out = needed(options.out, "out");
    checkedOut(out);
    if (!offeredKinds().includes(kind)) throw new Stop("refused", `Reports of the kind ${kind} are not offered by this version.`);
    const actor = await clerk(options.team);
    const purpose = options.purpose === undefined ? "publication" : oneOf(options.purpose, consentPurposes, "--purpose");
    const { reportId } = await startReport(actor, {
      ...{ kind, variant: formOf(kind, options.variant), locale: oneOf(options.locale ?? "en", locales, "--locale"), to: await addressee(actor, options.internal, options.recipient), purpose },
      ...{ subjectId: await subjectOf(actor, kind, options.subject), query: options.filter ?? "", fromDay: dayOf(options.from, "--from"), toDay: dayOf(options.to, "--to") },
      ...{ savedFilterId: null, placeId: null, detentionKind: "", saveAs: "", previousId: null },
    }).catch((error: unknown) => {
      throw error instanceof AppError && error.detail.problems?.["subjectId"] ? new Stop("missing", `There is no such case or event: ${options.subject ?? ""}`) : error;
    });
    const draft = await getReportPage(actor, reportId);
    if (draft.state !== "draft") throw new Error("a report that was just begun is no draft");
    if (!options.issue) {
      const bytes = await (format === "pdf" ? renderPdf : renderDocx)(draft.document, draft.frame);
      const written = await writeOut(out, bytes);
      return { exit: "ok", said: `${written.out}: a draft, ${written.bytes} bytes. It stays in the library: /reports/${reportId}`, data: { ...written, reportId, state: "draft", kind, format } };
    }
    await issueReport(actor, { reportId, seen: draft.seen, reason: options.reason ?? "", password: "" }, { version: draft.report.version });
    const { row, file, bytes } = await openReport(actor, reportId, format);
    const written = await writeOut(out, bytes);
    return { exit: "ok", said: `${written.out}: issued as ${row.series} ${row.number ?? ""}, ${written.bytes} bytes, SHA-256 ${file.sha256}`, data: { ...written, reportId, state: "issued", kind, format, series: row.series, number: row.number, sha256: file.sha256 } };
  },
};

async function addressee(actor: Actor, internal: boolean, recipient: string | undefined): Promise<string> {
  if (internal && recipient !== undefined) throw new Stop("usage", "Either --internal or --recipient.");
  if (recipient === undefined) return internal ? "house" : "public";
  const found = (await getExportChoices(actor)).recipients.find(({ id, name }) => id === recipient || name === recipient);
  if (!found) throw new Stop("missing", `There is no recipient ${recipient}.`);
  return found.id;
}

async function subjectOf(actor: Actor, kind: ReportKind, subject: string | undefined): Promise<string | null> {
  if (reportSubjects[kind] === "filter") return null;
  const given = needed(subject, "subject");
  return (reportSubjects[kind] === "case" ? await findCaseByReference((await store()).read, actor, given) : undefined) ?? given;
}

function formOf(kind: ReportKind, variant: string | undefined): string {
  if (variant === undefined) return "";
  if (!(kind in reportVariants)) throw new Stop("usage", `Reports of the kind ${kind} have one form only.`);
  return oneOf(variant, reportVariants[kind as keyof typeof reportVariants], "--variant");
}

function dayOf(text: string | undefined, option: string): string | null {
  if (text !== undefined && (text.length !== 10 || dayOfText(text) === null)) throw new Stop("usage", `${option} must be a day such as 2026-11-27.`);
  return text ?? null;
}
