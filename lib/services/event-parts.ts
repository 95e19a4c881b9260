import "server-only";
import { randomUUID } from "node:crypto";
import { listInstitutionsNamed } from "@/db/queries/allegations";
import { placesWithCounts } from "@/db/queries/counts";
import { listEventInstitutions, listEventSources, listParticipants, listSites, sitesWithCases, type EventRow } from "@/db/queries/events";
import { listPlaces } from "@/db/queries/organisation";
import { findPeople } from "@/db/queries/people";
import { findSource } from "@/db/queries/sources";
import type { Reader, Tx } from "@/db/store";
import { refuse } from "@/lib/model/errors";
import type { EventRole, EventValues } from "@/lib/model/event";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { refuseBadDate } from "./case-access";
import { institutionNamed } from "./institutions";
import type { Log } from "./write";

export const ownFields = ["kind", "title", "start", "end", "organiser", "demands", "permit", "note"] as const;
export const toldFields = [...ownFields, "sites", "organisers", "takers", "stations", "participants", "sources"] as const;

type Site = { id: string; placeId: string; spot: string };
/** An event as it stands, for the form and for what the history compares. */
export type EventParts = Awaited<ReturnType<typeof partsOf>>;

/** The parts of an event that are rows of their own, in scope, and how the form sends them. */
export async function partsOf(tx: Reader, actor: Actor, row: EventRow) {
  const sites = await listSites(tx, [row.id]);
  const institutions = await listEventInstitutions(tx, [row.id]);
  const participants = await listParticipants(tx, actor, row.id);
  const sources = await listEventSources(tx, actor, row.id);
  const withRole = (role: EventRole) => institutions.filter((each) => each.role === role);
  const [organisers, takers, stations] = [withRole("organiser"), withRole("took_people"), withRole("held_at")];
  const values: Record<string, string> = {
    ...Object.fromEntries(ownFields.map((name) => [name, row[name] ?? ""])),
    ...flat("sites", sites.map(({ placeId, spot }) => ({ placeId, spot }))),
    ...flat("organisers", organisers.map(({ name, kind }) => ({ name, kind }))),
    ...flat("takers", takers.map(({ name }) => ({ name }))),
    ...flat("stations", stations.map(({ name }) => ({ name }))),
    ...flat("sources", sources.map(({ id }) => ({ sourceId: id }))),
  };
  return {
    sites,
    values,
    participantIds: participants.map((person) => person.id),
    sources,
    told: {
      sites: sites.map((site) => [site.nameEn, site.spot].filter(Boolean).join(", ")).sort(),
      organisers: organisers.map(({ name }) => name).sort(),
      takers: takers.map(({ name }) => name).sort(),
      stations: stations.map(({ name }) => name).sort(),
      participants: participants.map((person) => person.displayName),
      sources: sources.map((source) => source.title).sort(),
    },
  };
}

const flat = (name: string, rows: readonly Record<string, string>[]): Record<string, string> =>
  Object.fromEntries(rows.flatMap((row, at) => Object.entries(row).map(([column, value]) => [`${name}.${at}.${column}`, value])));

/** The columns, sites and institutions of an event as a form gives them, or the reason why not. A zone in which one of its sites lies stays. */
export async function checkedEvent(tx: Tx, log: Log, actor: Actor, teamId: string, input: EventValues, before?: EventRow & { sites: readonly Site[] }) {
  const { sites: given, organisers, takers, stations, participantIds, sources, ...own } = input;
  const known = new Map((await listPlaces(tx)).map((place) => [place.id, place]));
  const chosen = given.map(({ placeId }, at) => {
    const place = known.get(placeId);
    if (!place) throw refuse(`sites.${at}.placeId`, "unknown_option");
    return place;
  });
  const [first] = chosen;
  if (!first) throw refuse("sites", "required");
  const zone = before && chosen.some((place) => place.zone === before.zone) ? before.zone : first.zone;
  refuseBadDate("start", own.start, zone);
  refuseBadDate("end", own.end, zone);
  const startEarliest = own.start === null ? null : boundsOf(own.start, zone).earliest;
  const endLatest = own.end === null ? null : boundsOf(own.end, zone).latest;
  if (startEarliest !== null && endLatest !== null && endLatest <= startEarliest) throw refuse("end", "end_before_start");
  const sites = keepingIds(given, before?.sites ?? []);
  if (before) await refuseLosingSites(tx, before.id, before.sites, sites);
  const participants = await findPeople(tx, actor, participantIds);
  if (participants.length !== participantIds.length || participants.some((person) => person.teamId !== teamId)) throw refuse("participantIds", "unknown_option");
  const told = await sourcesOf(tx, actor, teamId, sources.map(({ sourceId }) => sourceId));
  const bodies = [
    ...(await named(tx, log, "organiser", organisers, null)),
    ...(await named(tx, log, "took_people", takers.map(({ name }) => ({ name, kind: "police" as const })), first.id)),
    ...(await named(tx, log, "held_at", stations.map(({ name }) => ({ name, kind: "facility" as const })), first.id)),
  ];
  return { row: { ...own, zone, startEarliest }, sites, bodies, personIds: participantIds, sourceIds: told };
}

/** Sites with the ids that cases point at: the same place and spot, then the same place, then the only one that is left on both sides. */
function keepingIds(given: readonly { placeId: string; spot: string }[], known: readonly Site[]): Site[] {
  const once = [...new Map(given.map((site) => [`${site.placeId}/${site.spot}`, site])).values()];
  const free = [...known];
  const ids = new Map<(typeof once)[number], string>();
  const take = (site: (typeof once)[number], fits: (other: Site) => boolean) => {
    const at = free.findIndex(fits);
    const found = at < 0 ? undefined : free.splice(at, 1)[0];
    if (found) ids.set(site, found.id);
  };
  for (const site of once) take(site, (other) => other.placeId === site.placeId && other.spot === site.spot);
  for (const site of once) if (!ids.has(site)) take(site, (other) => other.placeId === site.placeId);
  const left = once.filter((site) => !ids.has(site));
  if (left.length === 1 && free.length === 1 && left[0]) take(left[0], () => true);
  return once.map((site) => ({ id: ids.get(site) ?? randomUUID(), placeId: site.placeId, spot: site.spot }));
}

/** A site at which somebody was taken, and a place of which a count speaks, cannot go unnoticed. */
async function refuseLosingSites(tx: Reader, eventId: string, before: readonly Site[], after: readonly Site[]): Promise<void> {
  const gone = before.filter((site) => !after.some(({ id }) => id === site.id)).map(({ id }) => id);
  if ((await sitesWithCases(tx, gone)).length) throw refuse("sites", "site_has_cases");
  const places = new Set(after.map(({ placeId }) => placeId));
  if ((await placesWithCounts(tx, eventId)).some((id) => !places.has(id))) throw refuse("sites", "site_has_counts");
}

async function sourcesOf(tx: Reader, actor: Actor, teamId: string, ids: readonly string[]): Promise<string[]> {
  for (const [at, id] of ids.entries()) if ((await findSource(tx, actor, id))?.teamId !== teamId) throw refuse(`sources.${at}.sourceId`, "unknown_option");
  return [...new Set(ids)];
}

type Body = { name: string; kind: "movement" | "ngo" | "media" | "agency" | "police" | "facility" };

/** Institutions by name; one that is known under another kind, such as a station that took people as well, is not recorded twice. */
async function named(tx: Tx, log: Log, role: EventRole, bodies: readonly Body[], placeId: string | null): Promise<{ institutionId: string; role: EventRole }[]> {
  const rows: { institutionId: string; role: EventRole }[] = [];
  for (const { name, kind } of bodies) {
    const known = await listInstitutionsNamed(tx, foldName(name));
    const institutionId = known.length && !known.some((each) => each.kind === kind) && role !== "organiser" ? known[0]?.id : await institutionNamed(tx, log, kind, name, placeId);
    if (institutionId) rows.push({ institutionId, role });
  }
  return rows;
}
