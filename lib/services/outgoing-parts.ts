import "server-only";
import type { AllegationRow } from "@/db/queries/allegations";
import { listCountPlaces, listCounts } from "@/db/queries/counts";
import { listEventInstitutions, listSites, type EventRow } from "@/db/queries/events";
import { listVictimCases } from "@/db/queries/outgoing";
import type { Reader } from "@/db/store";
import { discloseAllegation } from "@/lib/disclosure/disclose-allegation";
import { withheldCounts } from "@/lib/disclosure/withheld-counts";
import type { OutAllegation, OutCount, OutEvent, OutPlace } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { factsOf } from "./allegation-facts";
import type { Discloser } from "./disclosure";
import { speakersOf } from "./outgoing-speakers";

const placeOf = ({ placeId, nameKk, nameRu, nameEn }: { placeId: string; nameKk: string; nameRu: string; nameEn: string }): OutPlace => ({ id: placeId, nameKk, nameRu, nameEn });

/** Allegations as the destination may know them, in their order; those taken back are left out. */
export async function outAllegationsOf(tx: Reader, actor: Actor, discloser: Discloser, rows: readonly AllegationRow[]): Promise<OutAllegation[]> {
  const standing = rows.filter(({ withdrawn }) => withdrawn === null);
  if (standing.length === 0) return [];
  const facts = await factsOf(tx, actor, standing);
  const victims = Map.groupBy(await listVictimCases(tx, actor, standing.map(({ id }) => id)), ({ allegationId }) => allegationId);
  const rules = await discloser.rules(tx);
  const speakerOf = await speakersOf(tx, actor, rules, standing);
  return facts.map(({ allegation, acts, perpetrators, answer, complaints, event, place }) => {
    const of = victims.get(allegation.id) ?? [];
    const { id, version, when, zone, whereText, description, victimScope, victimBound, victimCount, victimGroup, injuries, medicalAttention, medicalNote, forcedStatement, verification, response } = allegation;
    const told: OutAllegation = {
      id, version, when, zone, whereText, acts, description, victimScope, victimBound, victimCount, victimGroup, injuries, medicalAttention, medicalNote, forcedStatement, verification, response,
      ...speakerOf(allegation),
      caseIds: of.map(({ caseId }) => caseId),
      perpetrators,
      answer: answer && { body: answer.body, asked: answer.asked, answered: answer.answered, note: answer.note },
      complaints: complaints.filter(({ withdrawn }) => withdrawn === null).map((each) => ({ id: each.id, kind: each.kind, body: each.body, filed: each.filed, answerDue: each.due, outcome: each.outcome, note: each.note })),
      event,
      place: place && { id: place.id, nameKk: place.nameKk, nameRu: place.nameRu, nameEn: place.nameEn },
    };
    return discloseAllegation(told, of, rules);
  });
}

/** Events as the destination may know them. */
export async function outEventsOf(tx: Reader, discloser: Discloser, rows: readonly EventRow[]): Promise<OutEvent[]> {
  const ids = rows.map(({ id }) => id);
  const sites = Map.groupBy(await listSites(tx, ids), ({ eventId }) => eventId);
  const bodies = Map.groupBy(await listEventInstitutions(tx, ids), ({ eventId }) => eventId);
  const { profile, pseudonym, hide } = await discloser.rules(tx);
  return rows.map((row) => ({
    id: profile === "internal" ? row.id : pseudonym("record", row.id),
    version: row.version,
    kind: row.kind,
    title: hide(row.title),
    start: row.start,
    end: row.end,
    zone: row.zone,
    sites: (sites.get(row.id) ?? []).map((site) => ({ place: placeOf(site), spot: hide(site.spot) })),
    // Who called for something that was not permitted is punished for it: outside only bodies on record are told.
    organiser: profile === "internal" ? row.organiser : "",
    organisers: (bodies.get(row.id) ?? []).filter(({ role }) => role === "organiser").map(({ id, name, nameKk, nameRu, nameEn }) => ({ id, name, nameKk, nameRu, nameEn })),
    demands: hide(row.demands),
    permit: row.permit,
    note: profile === "internal" ? row.note : "",
  }));
}

const noFigures = { figure: null, figureTo: null };

/** The ledgers of these events as the destination may know them, outside the house without figures from one to four; lines taken back are left out. */
export async function outCountsOf(tx: Reader, actor: Actor, discloser: Discloser, eventIds: readonly string[]): Promise<OutCount[]> {
  const rows = (await listCounts(tx, actor, eventIds)).filter(({ count }) => count.withdrawn === null);
  const places = Map.groupBy(await listCountPlaces(tx, rows.map(({ count }) => count.id)), ({ countId }) => countId);
  const rules = await discloser.rules(tx);
  const { profile, pseudonym } = rules;
  const speakerOf = await speakersOf(tx, actor, rules, rows.map(({ count }) => count));
  const id = (of: string) => (profile === "internal" ? of : pseudonym("record", of));
  const withheld = profile === "internal" ? new Set<string>() : withheldCounts(rows.map(({ count }) => ({ ...count, isPart: places.has(count.id) })));
  return rows.map(({ count, institution }) => {
    const speaker = speakerOf({ ...count, body: institution?.name });
    const { version, category, bound, asOf, zone } = count;
    const { figure, figureTo } = withheld.has(count.id) ? noFigures : count;
    return {
      id: id(count.id), version, eventId: id(count.eventId), category, bound, figure, figureTo, asOf, zone,
      comparedToId: count.comparedToId && id(count.comparedToId),
      ...speaker,
      institution: speaker.masked || institution === null ? null : { id: institution.id, name: institution.name, nameKk: institution.nameKk, nameRu: institution.nameRu, nameEn: institution.nameEn },
      places: (places.get(count.id) ?? []).map(placeOf),
      note: profile === "internal" && !speaker.masked ? count.note : "",
    };
  });
}
