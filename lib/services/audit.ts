import "server-only";
import { lastEntry, type AuditEntryRow } from "@/db/queries/audit";
import { everRestedOn, listLog, listLoggedCases, listLoggedRecords, listLoggedTitles, listProtected, listProtectedFiles, valuesBySeq, type LogFilter } from "@/db/queries/audit-log";
import { listEveryPlace } from "@/db/queries/organisation";
import { listColleagues, listTeams, listUsers } from "@/db/queries/users";
import { store } from "@/db/store";
import type { AuditLine, AuditPage, Names } from "@/lib/model/audit";
import { can, type Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { GENESIS } from "./audit-chain";
import { requireCase } from "./case-access";
import { requireFile } from "./file-access";
import { findHome } from "./organisation";

const PAGE = 50;
/** What an administrator manages without being in a team; every other content is its team's alone (AZ-2). */
const administrative = new Set(["user", "team", "place", "organisation", "institution", "invitation", "session", "rule", "run", "token", "webhook", "recipient"]);

/** Health, contacts, what was signed under duress, the names of perpetrators and of who gave a consent: for those who record, in the history as on the pages of the records. */
const guarded = new Set(["healthRisk", "familyContact", "injuries", "medicalNote", "forcedStatement", "perpetrator", "givenByName", "comparedTo"]);
/** What could tell who a protected source is or what it says, of itself and of whatever rests on it. */
const telling = new Set(["title", "publisher", "author", "url", "language", "published", "text", "textSha256", "source", "sourceId", "quote", "saidBy", "value", "attributedTo", "note", "description", "ground", "responseNote", "institution"]);

export type AuditOverview = AuditPage & { head: { seq: number; hash: string }; people: { id: string; name: string }[] };

/** The log of everything, newest first, with the head of its chain. What belongs to other teams is told without its content. */
export async function listAudit(actor: Actor, filter: Omit<LogFilter, "caseId" | "subject">): Promise<AuditOverview> {
  allow(actor, "audit.read");
  const { read } = await store();
  const last = await lastEntry(read);
  const people = (await listUsers(read)).map(({ id, name }) => ({ id, name }));
  return { ...(await page(actor, filter)), head: { seq: last?.seq ?? 0, hash: last?.head ?? GENESIS }, people };
}

/** What happened to one case, newest first, for everybody who may read it. */
export async function getCaseHistory(actor: Actor, caseId: string, before?: number): Promise<AuditPage> {
  const { read } = await store();
  await requireCase(read, actor, "case.read", caseId);
  return page(actor, { caseId, ...(before === undefined ? {} : { before }) });
}

/** Who handled a file and when, newest first, for everybody who may see the file. */
export async function getFileHistory(actor: Actor, fileId: string, before?: number): Promise<AuditPage> {
  const { read } = await store();
  await requireFile(read, actor, "file.read", fileId);
  return page(actor, { subject: ["file", fileId], ...(before === undefined ? {} : { before }) });
}

async function page(actor: Actor, filter: LogFilter): Promise<AuditPage> {
  const { read } = await store();
  const found = await listLog(read, filter, PAGE + 1);
  const rows = found.slice(0, PAGE);
  const names = await namesById();
  const lines = await linesOf(actor, rows, names);
  const hidden = await protectedFrom(actor);
  const titled = (await listLoggedTitles(read, actor, titledIds(lines))).filter(({ id }) => !hidden.has(id));
  return { lines, older: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null, names: { ...names, ...Object.fromEntries(titled.map(({ id, title }) => [id, { kk: title, ru: title, en: title }])) } };
}

/** The ids of events and sources among the values that are shown. */
const titledIds = (lines: readonly AuditLine[]): string[] => [
  ...new Set(lines.flatMap(({ changes }) => changes.flatMap(({ field, before, after }) => (field === "eventId" || field === "sourceId" ? [before, after] : field === "events" ? linkedIds(before, after) : []))).filter((id) => id !== null)),
];

/** The events among links as the history keeps them, `link:event:place:spot`. */
const linkedIds = (...values: (string | null)[]): string[] => values.flatMap((value) => (value ?? "").split("; ").flatMap((link) => link.split(":")[1] ?? []));

/** Ids of the protected sources that this actor may not see, all titles that they ever had, and the ids of whatever rests on them. */
async function protectedFrom(actor: Actor): Promise<ReadonlySet<string>> {
  const found = can(actor, "source.protected") ? [] : await listProtected((await store()).read, actor);
  return new Set(found.flatMap(({ id, titles, restingIds }) => [id, ...titles, ...restingIds]));
}

async function linesOf(actor: Actor, rows: AuditEntryRow[], names: Record<string, Names>): Promise<AuditLine[]> {
  const { read } = await store();
  const values = await valuesBySeq(read, rows.map(({ seq }) => seq));
  const ids = [...new Set(rows.flatMap(({ caseId, subjectId }) => (caseId ? [caseId] : [subjectId])))];
  const cases = new Map((await listLoggedCases(read, actor, ids)).map((row) => [row.id, row]));
  const visible = new Set(await listLoggedRecords(read, actor, ids));
  // What was taken away may be named after a person: it is open to the teams of whoever took it.
  const colleagues = new Set((await listColleagues(read, actor.teamIds)).map(({ id }) => id));
  const zone = (await findHome())?.place.zone ?? "UTC";
  const mayRecord = can(actor, "case.write");
  const hidden = await protectedFrom(actor);
  const rested = new Set(hidden.size === 0 ? [] : await everRestedOn(read, rows.map(({ subjectId }) => subjectId), hidden));
  const closed = new Set(can(actor, "source.protected") ? [] : (await listProtectedFiles(read, rows.map(({ subjectId }) => subjectId))).map(({ id }) => id));
  return rows.map(({ seq, at, actorId, action, subjectType, subjectId, caseId }) => {
    const about = caseId ? cases.get(caseId) : undefined;
    const open = caseId ? about !== undefined : administrative.has(subjectType) || visible.has(subjectId) || (subjectType === "export" && colleagues.has(actorId));
    const changes = (values.get(seq) ?? []).map(({ field, before, after }) => ({ field, before, after }));
    const ofProtected = hidden.has(subjectId) || rested.has(subjectId) || changes.some(({ before, after }) => hidden.has(before ?? "") || hidden.has(after ?? ""));
    const shown = open && !closed.has(subjectId) ? changes.filter(({ field }) => (mayRecord || !guarded.has(field)) && !(ofProtected && telling.has(field))) : [];
    return {
      seq,
      at,
      actorId,
      actorName: names[actorId]?.en ?? null,
      action,
      subject: { type: subjectType, id: subjectId, name: names[subjectId]?.en ?? null },
      case: about ? { id: about.id, reference: about.reference } : null,
      zone: about?.zone ?? zone,
      changes: shown,
      hidden: shown.length < changes.length,
    };
  });
}

async function namesById(): Promise<Record<string, Names>> {
  const { read } = await store();
  const same = ({ id, name }: { id: string; name: string }) => [id, { kk: name, ru: name, en: name }] as const;
  const places = (await listEveryPlace(read)).map((place) => [place.id, { kk: place.nameKk, ru: place.nameRu, en: place.nameEn }] as const);
  return Object.fromEntries([...places, ...(await listUsers(read)).map(same), ...(await listTeams(read)).map(same)]);
}
