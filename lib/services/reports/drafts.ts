import "server-only";
import { randomUUID } from "node:crypto";
import { findReport, findSavedFilter, insertReport, insertReportText, insertSavedFilter, listReportTexts, updateReport, updateReportText, type ReportRow } from "@/db/queries/reports";
import type { Tx } from "@/db/store";
import { caseQueryString, readCaseQuery, type CaseQuery } from "@/lib/model/case-query";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { reportSubjects } from "@/lib/model/report";
import type { ReportDraftValues, ReportTextValues } from "@/lib/model/report-input";
import { allow } from "../allow";
import { realNow } from "../clock";
import type { FormMeta } from "../form-meta";
import { changesOf, write, type Log } from "../write";
import { requireReport } from "./access";
import { destinationFrom } from "./destinations";
import { templateOf } from "./registry";
import { subjectTeam } from "./subjects";

const told = ["kind", "locale", "profile", "recipientId", "purpose", "subjectId", "filter", "fromDay", "toDay", "previousId"] as const;

/** Begins a report; nothing leaves and nothing is frozen before it is issued. */
export const startReport = (actor: Actor, input: ReportDraftValues, meta: FormMeta = {}): Promise<{ reportId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "report.make");
      const template = templateOf(input.kind);
      if (!template) throw refuse("kind", "unknown_option");
      allow(actor, template.needs);
      const about = await aboutOf(tx, actor, input);
      const destination = await destinationFrom(tx, input);
      if (input.previousId !== null && (await findReport(tx, actor, input.previousId))?.state !== "issued") throw refuse("previousId", "unknown_option");
      const at = realNow();
      const { kind, locale, fromDay, toDay, previousId } = input;
      const id = randomUUID();
      const row = { id, kind, locale, ...about, ...destination, fromDay, toDay, previousId, authorId: authorOf(actor), createdAt: at, updatedAt: at };
      if (input.saveAs !== "" && about.filter !== "") await keepFilter(tx, log, { teamId: about.teamId, name: input.saveAs, query: about.filter, authorId: authorOf(actor) });
      await insertReport(tx, row);
      await log("report.drafted", { subject: ["report", id], version: [null, 1], changes: changesOf(undefined, row, told) });
      return { reportId: id };
    },
    meta.submission,
  );

/** The command line has no account; the audit log says who it was. */
const authorOf = (actor: Actor): string | null => (actor.sessionHash === null ? null : actor.userId);

/** What the report is about and whose it is: a case's or an event's team, else the actor's own. */
async function aboutOf(tx: Tx, actor: Actor, input: ReportDraftValues): Promise<{ teamId: string; subjectId: string | null; filter: string }> {
  const of = reportSubjects[input.kind];
  if (of !== "filter") {
    if (input.subjectId === null) throw refuse("subjectId", "required");
    const teamId = await subjectTeam(tx, actor, of, input.subjectId);
    if (teamId === undefined) throw refuse("subjectId", "unknown_option");
    return { teamId, subjectId: input.subjectId, filter: "" };
  }
  if (input.fromDay !== null && input.toDay !== null && input.fromDay > input.toDay) throw refuse("toDay", "end_before_start");
  const saved = input.savedFilterId === null ? undefined : await findSavedFilter(tx, actor, input.savedFilterId);
  if (input.savedFilterId !== null && !saved) throw refuse("savedFilterId", "unknown_option");
  const teamId = saved?.teamId ?? actor.teamIds[0];
  if (teamId === undefined) throw new AppError("not_found");
  const query = new URLSearchParams(saved?.query ?? input.query);
  const { page: _page, sort: _sort, ...kept } = readCaseQuery(Object.fromEntries(query));
  const chosen: CaseQuery = { ...kept, ...(input.placeId === null ? {} : { placeId: input.placeId }), ...(input.detentionKind === "" ? {} : { kind: input.detentionKind }) };
  return { teamId, subjectId: null, filter: caseQueryString(chosen).slice(1) };
}

async function keepFilter(tx: Tx, log: Log, filter: { teamId: string; name: string; query: string; authorId: string | null }): Promise<void> {
  const [id, at] = [randomUUID(), realNow()];
  await insertSavedFilter(tx, { id, ...filter, createdAt: at, updatedAt: at });
  await log("filter.saved", { subject: ["filter", id], changes: [{ field: "name", before: null, after: filter.name }] });
}

/** Keeps what was added in one place of a draft; `meta.version` is that of the text that was seen, 0 where there was none. */
export const saveReportText = (actor: Actor, { reportId, slot, text }: ReportTextValues, meta: FormMeta): Promise<{ reportId: string; slot: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireDraft(tx, actor, reportId);
      const known = (await listReportTexts(tx, reportId)).find((each) => each.slot === slot);
      const at = realNow();
      const by = authorOf(actor);
      if (known) {
        const saved = { version: known.version, values: { text: known.text } };
        const version = seenVersion(meta.version, saved);
        if (!(await updateReportText(tx, known.id, version, { text, authorId: by, updatedAt: at }))) throw new AppError("conflict", { current: saved });
      } else {
        await insertReportText(tx, { id: randomUUID(), reportId, slot, text, authorId: by, createdAt: at, updatedAt: at });
      }
      await updateReport(tx, reportId, row.version, { updatedAt: at });
      await log("report.changed", { subject: ["report", reportId], version: [row.version, row.version + 1], changes: changesOf({ [slot]: known?.text }, { [slot]: text }, [slot]).map((change) => ({ ...change, field: "text" })) });
      return { reportId, slot };
    },
    meta.submission,
  );

/** Gives a draft up: it is seen no more, and its history stays in the audit log. */
export const discardReport = (actor: Actor, { reportId }: { reportId: string }, meta: FormMeta): Promise<{ reportId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireDraft(tx, actor, reportId);
      const version = seenVersion(meta.version, { version: row.version, values: {} });
      if (!(await updateReport(tx, reportId, version, { state: "discarded", updatedAt: realNow() }))) throw new AppError("conflict", { current: { version: row.version, values: {} } });
      await log("report.discarded", { subject: ["report", reportId], version: [version, version + 1] });
      return { reportId };
    },
    meta.submission,
  );

/** A report that can still be changed; one that is issued can not (`conflict`). */
export async function requireDraft(tx: Tx, actor: Actor, reportId: string): Promise<ReportRow> {
  const row = await requireReport(tx, actor, "report.make", reportId);
  if (row.state === "discarded") throw new AppError("not_found");
  if (row.state !== "draft") throw new AppError("conflict", { current: { version: row.version, values: {} } });
  return row;
}
