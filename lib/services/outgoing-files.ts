import "server-only";
import { listAllegationsOfCase } from "@/db/queries/allegations";
import { listCaseEvents, listLinksOfEvent } from "@/db/queries/case-events";
import { listCaseRights } from "@/db/queries/case-rights";
import { latestEstimate, listAdjustments, listMoments, listStated } from "@/db/queries/custody";
import { listAllegationsOfEvent } from "@/db/queries/event-cases";
import { findEvent, listEventSources, listSites } from "@/db/queries/events";
import { listClaimsOfCase, listOrdersOfCase, outCasesById, outFiles, outSources } from "@/db/queries/outgoing";
import { store, type Reader } from "@/db/store";
import { discloseAllegationsOf } from "@/lib/disclosure/disclose-allegation";
import { discloseEventsOf, disclosePartsOf, exactnessOf } from "@/lib/disclosure/disclose-case";
import { discloseClaims, discloseFiles, discloseSource, discloseSources, discloseSourcesOf } from "@/lib/disclosure/disclose-source";
import type { DisclosureRules } from "@/lib/disclosure/rules";
import type { Destination } from "@/lib/model/destination";
import { AppError } from "@/lib/model/errors";
import type { OutAllegation, OutCase, OutCaseFile, OutClaim, OutCount, OutEvent, OutSource } from "@/lib/model/outgoing";
import { TERM_NOT_KNOWN } from "@/lib/model/ordered-term";
import { can, type Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { requireCase } from "./case-access";
import { now } from "./clock";
import { discloserOf } from "./disclosure";
import { disclosedCases } from "./outgoing";
import { outAllegationsOf, outCountsOf, outEventsOf } from "./outgoing-parts";
import { speakersOf } from "./outgoing-speakers";
import { isMasked, shownClaim, shownStated } from "./source-mask";

const standing = <R extends { withdrawn: string | null }>(row: R): boolean => row.withdrawn === null;

/** What is left out with all that hangs on it: without `allegations` neither their sources nor their files are told either. */
type Wanted = { allegations?: boolean };

/** Everything of one case as the destination may know it: for a dossier, an appeal or the API. Withdrawn records are not among it. */
export async function getOutCaseFile(actor: Actor, caseId: string, destination: Destination, wanted: Wanted = {}): Promise<OutCaseFile> {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", caseId);
  const discloser = await discloserOf(actor, destination);
  const [item] = await disclosedCases(read, actor, discloser, await outCasesById(read, actor, [caseId]), now());
  if (!item) throw new AppError("not_found");
  const rules = await discloser.rules();
  const allegations = wanted.allegations === false ? [] : await listAllegationsOfCase(read, caseId);
  const stated = await listStated(read, caseId);
  const claims = await listClaimsOfCase(read, caseId);
  const sources = await sourcesOf(read, actor, [...allegations, ...stated.map((each) => each.stated), ...claims].map(({ sourceId }) => sourceId), rules);
  const sees = can(actor, "source.protected", row);
  // Its trace holds every date to the minute.
  const estimate = exactnessOf(rules.profile, item.person.named) === "exact" ? await latestEstimate(read, caseId) : undefined;
  return {
    case: item,
    ...disclosePartsOf(await partsOf(read, actor, caseId, stated, await speakersOf(read, actor, rules, stated.map((each) => each.stated))), item.person.named, rules),
    allegations: discloseAllegationsOf(await outAllegationsOf(read, actor, discloser, allegations), item.person.named, rules),
    claims: discloseClaims(claims.map((claim) => outClaimOf(sources.masked.has(claim.sourceId), claim)), sources.open, rules),
    sources: discloseSourcesOf(sources.told, item.person.named, rules),
    files: discloseFiles(await outFiles(read, actor, [caseId, ...allegations.filter(standing).map(({ id }) => id), ...sources.ids], sees && rules.profile === "internal"), rules),
    rights: await listCaseRights(read, caseId),
    events: discloseEventsOf((await listCaseEvents(read, [caseId])).map(({ eventId, title, link, start }) => ({ id: eventId, title, link, start, zone: row.zone })), item.person.named, rules),
    estimate: estimate === undefined ? null : (JSON.parse(estimate.answer) as unknown),
  };
}

type StatedRows = Awaited<ReturnType<typeof listStated>>;

async function partsOf(tx: Reader, actor: Actor, caseId: string, stated: StatedRows, speakerOf: Awaited<ReturnType<typeof speakersOf>>) {
  return {
    moments: (await listMoments(tx, caseId)).filter(({ moment }) => standing(moment)).map(({ moment: { id, version, kind, when, releaseKind, note }, institution }) => ({ id, version, kind, when, releaseKind, note, institution })),
    orders: (await listOrdersOfCase(tx, caseId)).map(({ order: { id, version, kind, judge, date, articles, term, countFrom, countFromWhen, relation, note, zone }, court, ownTerm }) => ({
      id, version, kind, court, judge, date, articles, countFrom, countFromWhen, relation, note, zone,
      term: ownTerm === null ? term : ownTerm === TERM_NOT_KNOWN ? null : ownTerm,
    })),
    adjustments: (await listAdjustments(tx, caseId)).filter(standing).map(({ id, version, kind, from, to, days, ratio, authority, note }) => ({ id, version, kind, from, to, days, ratio, authority, note })),
    stated: stated
      .filter((each) => standing(each.stated))
      .map((said) => {
        const speaker = speakerOf(said.stated);
        const { id, version, when, note } = shownStated(speaker.masked, said).stated;
        return { id, version, when, note, ...speaker };
      }),
  };
}

type ClaimRow = Awaited<ReturnType<typeof listClaimsOfCase>>[number];

function outClaimOf(masked: boolean, claim: ClaimRow): OutClaim {
  const { id, sourceId, field, quote, valueKind, value, saidBy, followed } = shownClaim(masked, claim);
  return { id, sourceId, field, quote, valueKind, value, saidBy, followed };
}

/** The sources behind these records: as the destination may know them, and which of them stay closed to the reader or open to everybody. */
async function sourcesOf(tx: Reader, actor: Actor, ids: readonly (string | null)[], rules: DisclosureRules): Promise<{ told: OutSource[]; ids: string[]; masked: Set<string>; open: Set<string> }> {
  const rows = await outSources(tx, actor, ids.flatMap((id) => id ?? []));
  const masked = new Set(rows.filter((row) => isMasked(actor, row)).map(({ id }) => id));
  const told = rows.map((row) => {
    const { id, kind, title, publisher, author, url, language, published, textSha256, reliability, confidentiality } = row;
    const bare = masked.has(id) ? { title: "", publisher: "", author: "", url: "", language: "other", published: null, sha256: "", reliability: "unknown" } : { title, publisher, author, url, language, published, sha256: textSha256, reliability };
    return discloseSource({ id, kind, masked: masked.has(id), ...bare }, confidentiality, rules);
  });
  const open = rows.filter(({ confidentiality }) => confidentiality === "public").map(({ id }) => id);
  // A file of a source that is not told would prove to whoever has a copy where it came from.
  return { told: discloseSources(told, rules), ids: rules.profile === "internal" ? rows.map(({ id }) => id) : open, masked, open: new Set(open) };
}

export type OutEventFile = { event: OutEvent; cases: { case: OutCase; link: string; /** Which of the event's sites, counted from 0. */ site: number | null }[]; counts: OutCount[]; allegations: OutAllegation[]; sources: OutSource[] };

/** Everything of one event as the destination may know it: who was taken, by which link, who counted what, what is alleged. */
export async function getOutEventFile(actor: Actor, eventId: string, destination: Destination, wanted: Wanted = {}): Promise<OutEventFile> {
  const { read } = await store();
  const row = await findEvent(read, actor, eventId);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.read", row);
  const discloser = await discloserOf(actor, destination);
  const rules = await discloser.rules();
  const links = await listLinksOfEvent(read, actor, eventId);
  const rows = await outCasesById(read, actor, [...new Set(links.map(({ caseId }) => caseId))]);
  const told = await disclosedCases(read, actor, discloser, rows, now());
  const byId = new Map(rows.map((each, i) => [each.row.id, told[i]]));
  const sites = (await listSites(read, [eventId])).map(({ id }) => id);
  const allegations = wanted.allegations === false ? [] : await listAllegationsOfEvent(read, actor, eventId);
  const counts = await outCountsOf(read, actor, discloser, [eventId]);
  const [event] = await outEventsOf(read, discloser, [row]);
  if (!event) throw new AppError("not_found");
  const sources = await sourcesOf(read, actor, [...allegations.map(({ sourceId }) => sourceId), ...(await listEventSources(read, actor, eventId)).map(({ id }) => id)], rules);
  return {
    event,
    cases: links.flatMap(({ caseId, link, siteId }) => {
      const site = sites.indexOf(siteId ?? "");
      const item = byId.get(caseId);
      return item ? [{ case: item, link, site: site < 0 ? null : site }] : [];
    }),
    counts,
    allegations: await outAllegationsOf(read, actor, discloser, allegations),
    sources: sources.told,
  };
}
