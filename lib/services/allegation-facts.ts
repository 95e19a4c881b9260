import "server-only";
import { bodiesById, countCasesOf, listActs, listComplaints, listPerpetrators, listResponses, namesById } from "@/db/queries/allegation-parts";
import type { AllegationRow } from "@/db/queries/allegations";
import type { Reader } from "@/db/store";
import { responseThatCounts } from "@/lib/model/allegation-response";
import { can, type Actor } from "@/lib/model/permissions";
import { complaintOf } from "./complaint-items";
import { isMasked, shownAllegation, unlessMasked } from "./source-mask";

export type AllegationFacts = Awaited<ReturnType<typeof factsOf>>[number];

/**
 * What every list, card and sentence says of these allegations, in their order. Health, what was signed and the names of perpetrators only for
 * those who record.
 */
export async function factsOf(read: Reader, actor: Actor, rows: readonly AllegationRow[]) {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const acts = await listActs(read, ids);
  const counts = await countCasesOf(read, ids);
  const perpetrators = await listPerpetrators(read, ids);
  const responses = await listResponses(read, ids);
  const complaints = await listComplaints(read, ids);
  const bodies = await bodiesById(read, [...perpetrators, ...responses, ...complaints].map(({ institutionId }) => institutionId));
  const bodyOf = (id: string | null) => (id === null ? null : (bodies.get(id) ?? null));
  const names = await namesById(read, actor, { sources: [...rows, ...responses].map(({ sourceId }) => sourceId), events: rows.map(({ eventId }) => eventId), places: rows.map(({ placeId }) => placeId) });
  return rows.map((row) => {
    const mayRecord = can(actor, "allegation.write", row);
    const counted = responseThatCounts(responses.filter(({ allegationId }) => allegationId === row.id));
    const source = names.sources.get(row.sourceId ?? "");
    return shownAllegation(isMasked(actor, source), {
      allegation: mayRecord ? row : { ...row, injuries: "", medicalNote: "", forcedStatement: "" },
      acts: acts.filter(({ allegationId }) => allegationId === row.id).map(({ act }) => act),
      caseCount: counts.get(row.id) ?? 0,
      perpetrators: perpetrators
        .filter(({ allegationId }) => allegationId === row.id)
        .map(({ id, institutionId, unit, person, involvement }) => ({ id, body: bodyOf(institutionId), unit, person: mayRecord ? person : "", involvement })),
      answer: counted ? { body: bodyOf(counted.institutionId), asked: counted.asked, answered: counted.answered, note: unlessMasked(isMasked(actor, names.sources.get(counted.sourceId ?? "")), counted.note) } : null,
      complaints: complaints.filter(({ allegationId }) => allegationId === row.id).map((each) => complaintOf(each, bodyOf(each.institutionId))),
      event: names.events.get(row.eventId ?? "") ?? null,
      place: names.places.get(row.placeId ?? "") ?? null,
      source: source?.title ?? null,
    });
  });
}

/** The same for cards, which never show what is guarded: it stands on the page of the allegation, for those who record. */
export const cardFactsOf = async (read: Reader, actor: Actor, rows: readonly AllegationRow[]): Promise<AllegationFacts[]> =>
  (await factsOf(read, actor, rows)).map((each) => ({
    ...each,
    allegation: { ...each.allegation, injuries: "", medicalNote: "", forcedStatement: "" },
    perpetrators: each.perpetrators.map((one) => ({ ...one, person: "" })),
  }));
