import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { bodiesById, insertResponse, insertReview, listActs, listPerpetrators, listResponses, listReviews, namesById } from "@/db/queries/allegation-parts";
import { bindAllegation, findAllegation, insertAllegation, listAllegationCases, listVictims, type AllegationRow } from "@/db/queries/allegations";
import { findEvent, listSites } from "@/db/queries/events";
import { findPlace } from "@/db/queries/organisation";
import { allegations } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { victimProblem, type AllegationValues, type NewAllegation } from "@/lib/model/allegation";
import type { Withdrawal } from "@/lib/model/case";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { bodyNamed, logOn, requireAllegation, reviewerOf, sourceFor } from "./allegation-access";
import { factsOf } from "./allegation-facts";
import { checkPast, requireCases } from "./case-access";
import { followRecorded } from "./claim-edits";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { isMasked, unlessMasked } from "./source-mask";
import { changesOf, write, type Log } from "./write";

const own = ["when", "whereText", "description", "victimScope", "victimBound", "victimCount", "victimGroup", "eventId", "placeId", "attributedTo", "injuries", "medicalAttention", "medicalNote", "forcedStatement"] as const;
const told = ["acts", "victimScope", "victimBound", "victimCount", "victimGroup", "eventId", "placeId", "when", "whereText", "description", "attributedTo", "source", "agency", "involvement", "perpetrator", "injuries", "medicalAttention", "medicalNote", "forcedStatement"] as const;
const toldFirst = [...told, "verification", "ground", "response", "responseWhen", "responseNote"] as const;

/** Records alleged abuse: of people in these cases, of people at an event, or of people in words at a place. Without who alleges it there is no allegation. */
export const recordAllegation = (actor: Actor, { verification, ground, response, responseWhen, responseNote, ...input }: NewAllegation, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const home = await homeOf(tx, actor, input);
      allow(actor, "allegation.write", home);
      if (verification !== "alleged" && ground === "") throw refuse("ground", "required");
      if (response === "not_asked" && (responseWhen !== null || responseNote !== "")) throw refuse("response", "response_needed");
      const asked = checkPast("responseWhen", responseWhen, home.zone);
      const { row, bound, shown } = await checked(tx, log, actor, input, home);
      const id = randomUUID();
      const at = realNow();
      await insertAllegation(tx, { id, teamId: home.teamId, zone: home.zone, ...row, verification, response, createdAt: at, updatedAt: at });
      await bindAllegation(tx, id, bound);
      await insertReview(tx, { id: randomUUID(), allegationId: id, at, byId: await reviewerOf(tx, actor), verification, ground, sourceId: row.sourceId });
      if (response !== "not_asked") {
        const institutionId = bound.perpetrators.find((each) => each.institutionId !== null)?.institutionId ?? null;
        await insertResponse(tx, { id: randomUUID(), allegationId: id, institutionId, asked: responseWhen, answer: response, answeredEarliest: asked, note: responseNote, sourceId: row.sourceId, createdAt: at, updatedAt: at });
      }
      await logOn(log, input.caseIds, "allegation.recorded", { subject: ["allegation", id], version: [null, 1], changes: changesOf(undefined, { ...shown, verification, ground, response, responseWhen, responseNote }, toldFirst) });
      await followRecorded(tx, log, actor, meta.claim, { caseIds: input.caseIds, eventId: input.eventId });
      return { allegationId: id };
    },
    meta.submission,
  );

/** Corrects an allegation and whom it concerns; every case concerned before or after notes it. How far it is verified and what was answered have histories of their own. */
export const updateAllegation = (actor: Actor, { allegationId, ...input }: AllegationValues & { allegationId: string }, meta: FormMeta): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireAllegation(tx, actor, allegationId);
      const current = await editable(tx, actor, before);
      // Cases of a team that the actor is not in stay bound whatever the form, which cannot show them, sends.
      const home = await homeOf(tx, actor, { ...input, eventId: input.eventId ?? before.eventId }, { ...before, bound: current.hiddenIds.length > 0 });
      const { row, bound, shown } = await checked(tx, log, actor, input, { ...home, teamId: before.teamId, zone: before.zone }, current.hiddenIds);
      const saved = { version: before.version, values: { ...current.values, acts: current.acts.join("; "), caseIds: current.caseIds.join("; ") } };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(allegations)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(allegations.id, allegationId), eq(allegations.version, version)))
        .returning({ id: allegations.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await bindAllegation(tx, allegationId, { ...bound, caseIds: [...input.caseIds, ...current.hiddenIds] });
      const changes = changesOf({ ...before, ...current.shown }, shown, told);
      await logOn(log, [...current.caseIds, ...input.caseIds, ...current.hiddenIds], "allegation.updated", { subject: ["allegation", allegationId], version: [version, version + 1], changes });
      return { allegationId };
    },
    meta.submission,
  );

/** Takes an allegation back with a reason: it stays in the record, struck through. */
export const withdrawAllegation = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireAllegation(tx, actor, recordId);
      const [changed] = await tx
        .update(allegations)
        .set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() })
        .where(and(eq(allegations.id, recordId), eq(allegations.version, before.version)))
        .returning({ id: allegations.id });
      if (!changed) throw new AppError("not_found");
      const changes = [{ field: "withdrawn", before: null, after: reason }];
      await logOn(log, await listAllegationCases(tx, recordId), "allegation.withdrawn", { subject: ["allegation", recordId], version: [before.version, before.version + 1], changes });
      return { allegationId: recordId };
    },
    meta.submission,
  );

/** The place of an event that has one; of several nothing says which one a body belongs to. */
const onlyPlace = (sites: readonly { placeId: string }[]): string | null => (new Set(sites.map(({ placeId }) => placeId)).size === 1 ? (sites[0]?.placeId ?? null) : null);

type Home = { teamId: string; zone: string; placeId: string | null };
type Where = Pick<AllegationValues, "caseIds" | "eventId" | "placeId">;

/** Whose an allegation is and which clock it is told by: the first case's, else the event's, else the place's for the actor's own team. */
async function homeOf(tx: Tx, actor: Actor, { caseIds, eventId, placeId }: Where, kept?: Home & { bound: boolean }): Promise<Home> {
  if (caseIds.length > 0) {
    const [first] = await requireCases(tx, actor, "case.write", caseIds);
    return first;
  }
  const event = eventId === null ? undefined : await findEvent(tx, actor, eventId);
  if (eventId !== null && !event) throw refuse("eventId", "unknown_option");
  if (event) return { teamId: event.teamId, zone: event.zone, placeId: placeId ?? onlyPlace(await listSites(tx, [event.id])) };
  if (kept?.bound) return kept;
  const place = placeId === null ? undefined : await findPlace(tx, placeId);
  const teamId = actor.teamIds[0];
  if (placeId !== null && !place) throw refuse("placeId", "unknown_option");
  if (teamId === undefined) {
    allow(actor, "allegation.write", { teamId: null });
    throw new AppError("forbidden");
  }
  return { teamId: kept?.teamId ?? teamId, zone: kept?.zone ?? place?.zone ?? "UTC", placeId };
}

/** The row of an allegation, what it is bound to and what the history tells of it, or the reason why not. */
async function checked(tx: Tx, log: Log, actor: Actor, { caseIds, acts, perpetrators, ...input }: AllegationValues, { teamId, zone, placeId }: Home, hiddenIds: readonly string[] = []) {
  const problem = victimProblem({ ...input, caseIds: [...caseIds, ...hiddenIds] });
  if (problem) throw refuse(problem.field, problem.code);
  const earliest = checkPast("when", input.when, zone);
  const source = await sourceFor(tx, actor, input.sourceId, teamId);
  if (input.eventId !== null && (await findEvent(tx, actor, input.eventId))?.teamId !== teamId) throw refuse("eventId", "unknown_option");
  if (input.placeId !== null && !(await findPlace(tx, input.placeId))) throw refuse("placeId", "unknown_option");
  const named: { id: string; institutionId: string | null; unit: string; person: string; involvement: string }[] = [];
  for (const { agency, ...each } of perpetrators) named.push({ id: randomUUID(), institutionId: await bodyNamed(tx, log, agency, placeId), ...each });
  return { row: { ...input, earliest }, bound: { acts, caseIds, perpetrators: named }, shown: { ...input, acts, source: source?.title ?? "", ...perpetratorWords(perpetrators) } };
}

/** Bodies and units, how far they took part, and (guarded) persons, as the history tells them. */
const perpetratorWords = (rows: readonly { agency: string; unit: string; person: string; involvement: string }[]) => ({
  agency: rows.map(({ agency, unit }) => [agency, unit].filter(Boolean).join(", ")).filter(Boolean),
  involvement: rows.map(({ involvement }) => involvement),
  perpetrator: rows.map(({ person }) => person).filter(Boolean),
});

/** An allegation as the edit form shows it. */
async function editable(tx: Reader, actor: Actor, row: AllegationRow) {
  const rows = await listPerpetrators(tx, [row.id]);
  const bodies = await bodiesById(tx, rows.map(({ institutionId }) => institutionId));
  const perpetrators = rows.map(({ institutionId, unit, person, involvement }) => ({ agency: bodies.get(institutionId ?? "")?.name ?? "", unit, person, involvement }));
  const cells = perpetrators.flatMap((each, at) => Object.entries(each).map(([name, value]) => [`perpetrators.${at}.${name}`, value] as const));
  const values: Record<string, string> = { ...Object.fromEntries(own.map((name) => [name, String(row[name] ?? "")])), sourceId: row.sourceId ?? "", ...Object.fromEntries(cells) };
  const all = await listAllegationCases(tx, row.id);
  const caseIds = (await listVictims(tx, actor, [row.id])).map((victim) => victim.id);
  const source = (await namesById(tx, actor, { sources: [row.sourceId], events: [], places: [] })).sources.get(row.sourceId ?? "")?.title ?? "";
  const acts = (await listActs(tx, [row.id])).map(({ act }) => act);
  return { values, acts, caseIds, hiddenIds: all.filter((id) => !caseIds.includes(id)), shown: { acts, source, ...perpetratorWords(perpetrators) } };
}

export async function getEditableAllegation(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireAllegation(read, actor, id);
  const { values, acts, caseIds } = await editable(read, actor, row);
  return { id, version: row.version, zone: row.zone, values, acts, caseIds };
}

/** An allegation with everything that belongs to it; what is guarded only for those who record. */
export async function getAllegationPage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await findAllegation(read, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "case.read", row);
  const [facts] = await factsOf(read, actor, [row]);
  if (!facts) throw new AppError("not_found");
  const responses = await listResponses(read, [id]);
  const reviews = await listReviews(read, id);
  const bodies = await bodiesById(read, responses.map(({ institutionId }) => institutionId));
  const names = await namesById(read, actor, { sources: [...responses, ...reviews.map(({ review }) => review)].map(({ sourceId }) => sourceId), events: [], places: [] });
  const sourceOf = (sourceId: string | null) => names.sources.get(sourceId ?? "");
  /** What rests on a protected source is shown without the source's name and words. */
  const shown = (sourceId: string | null, text: string) => {
    const source = sourceOf(sourceId);
    const masked = isMasked(actor, source);
    return { text: unlessMasked(masked, text), source: source ? { id: source.id, title: unlessMasked(masked, source.title) } : null };
  };
  return {
    facts,
    victims: await listVictims(read, actor, [id]),
    responses: responses.map(({ id: responseId, institutionId, asked, answer, answered, note, sourceId, withdrawn }) => ({ id: responseId, body: bodies.get(institutionId ?? "") ?? null, asked, answer, answered, note: shown(sourceId, note).text, source: shown(sourceId, note).source, withdrawn })),
    reviews: reviews.map(({ review, by }) => ({ id: review.id, at: review.at, by, verification: review.verification, ground: shown(review.sourceId, review.ground).text, source: shown(review.sourceId, "").source })),
    mayWrite: row.withdrawn === null && can(actor, "allegation.write", row),
  };
}
