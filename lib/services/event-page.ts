import "server-only";
import { listCasesById } from "@/db/queries/cases";
import { listAllegationsOfEvent, listCountedLinks, listPenaltiesOfEvent, penalisedForOthers } from "@/db/queries/event-cases";
import { findEvent, listEventInstitutions, listEventSources, listParticipants, listSites } from "@/db/queries/events";
import { store, type Reader } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import type { EventRole } from "@/lib/model/event";
import { outcomeOf } from "@/lib/model/event-outcome";
import { TERM_NOT_KNOWN } from "@/lib/model/ordered-term";
import { ownCount, type CountedCase } from "@/lib/model/own-count";
import { can, type Actor } from "@/lib/model/permissions";
import { countCategories, type CountCategory } from "@/lib/model/vocabularies";
import { cardFactsOf } from "./allegation-facts";
import { allow } from "./allow";
import { withStatus } from "./case-list";
import { getEventClaims } from "./claims";
import { now } from "./clock";
import { ledgerOf } from "./counts";
import { findHome } from "./organisation";
import { isMasked } from "./source-mask";

/** More on one page nobody reads; the list of cases shows the rest. What is counted counts all of them. */
const MOST_SHOWN = 200;
const penaltyKinds = new Set(["administrative_arrest", "sentence", "fine", "warning"]);

export type EventPage = Awaited<ReturnType<typeof getEventPage>>;

/** Everything that the page of an event shows: what and where, who was taken and what became of them, what is alleged, who counted what. */
export async function getEventPage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await findEvent(read, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.read", row);
  const institutions = await listEventInstitutions(read, [id]);
  const withRole = (role: EventRole) => institutions.filter((each) => each.role === role);
  const mayWrite = can(actor, "event.write", row);
  const { cases, counted, outcomes } = await takenAt(read, actor, id);
  const ledger = (await ledgerOf(read, actor, [id])).map((each) => ({ ...each, own: ownCount(counted, each.count.category as CountCategory, each.places.map((place) => place.placeId)) }));
  return {
    event: row,
    sites: await listSites(read, [id]),
    organisers: withRole("organiser"),
    takers: withRole("took_people"),
    stations: withRole("held_at"),
    participants: await listParticipants(read, actor, id),
    sources: (await listEventSources(read, actor, id)).map((source) => (isMasked(actor, { ...source, teamId: row.teamId }) ? { ...source, title: "", publisher: "" } : source)),
    cases: cases.slice(0, MOST_SHOWN),
    caseCount: cases.length,
    moreCases: cases.length > MOST_SHOWN,
    outcomes,
    claims: await getEventClaims(actor, id),
    allegations: await cardFactsOf(read, actor, await listAllegationsOfEvent(read, actor, id)),
    ledger,
    /** Our own count of the event as a whole, by category; nobody's who is not counted. */
    own: countCategories.flatMap((category) => {
      const found = ownCount(counted, category, []);
      return found ? [{ category, ...found }] : [];
    }),
    now: now(),
    zone: (await findHome())?.place.zone ?? "UTC",
    mayWrite,
    mayAllege: can(actor, "allegation.write", row),
    mayExport: can(actor, "case.export"),
  };
}

/** The cases linked to an event, each with how, where, what penalty and what became of the person. */
export async function takenAt(tx: Reader, actor: Actor, eventId: string) {
  const links = await listCountedLinks(tx, actor, eventId);
  const others = new Set(await penalisedForOthers(tx, eventId));
  const penalties = await listPenaltiesOfEvent(tx, eventId);
  const at = now();
  const ids = [...new Set(links.map(({ caseId }) => caseId))];
  const cases = (await listCasesById(tx, actor, ids)).map((listed) => {
    const item = withStatus(listed, at);
    const own = links.filter(({ caseId }) => caseId === item.id);
    return {
      item,
      links: own.map(({ link, siteId }) => ({ link, siteId })),
      /** The site where the person was taken, where it is known. */
      siteId: own.find(({ link, siteId }) => link === "at" && siteId !== null)?.siteId ?? own.find(({ siteId }) => siteId !== null)?.siteId ?? null,
      outcome: outcomeOf(item),
      penalties: penalties.filter(({ caseId, kind }) => caseId === item.id && penaltyKinds.has(kind)).map(({ kind, term, ownTerm }) => ({ kind, term: ownTerm === TERM_NOT_KNOWN ? null : (ownTerm ?? term) })),
    };
  });
  const counted = ids.map((caseId): CountedCase => {
    const own = links.filter((each) => each.caseId === caseId);
    const [first] = own;
    if (!first) throw new Error("a linked case has a link");
    return {
      caseId,
      personId: first.personId,
      named: first.personName !== "",
      links: own.map(({ link }) => link),
      penalisedForOther: others.has(caseId),
      placeId: own.find(({ sitePlaceId }) => sitePlaceId !== null)?.sitePlaceId ?? first.casePlaceId,
      state: first.state,
      detentionKind: first.detentionKind,
      orders: penalties.filter((each) => each.caseId === caseId).map(({ kind }) => kind),
    };
  });
  const outcomes = new Map<string, number>();
  for (const { outcome } of cases) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  return { cases, counted, outcomes: Object.fromEntries(outcomes) };
}
