import "server-only";
import { namedInstitutions } from "@/db/queries/institution-naming";
import { listPlaces } from "@/db/queries/organisation";
import { amongMeant, type CaseMatch, type CaseRow } from "@/db/queries/cases";
import { sumOver } from "@/db/queries/over-detention";
import { countBegun, countBegunDetails, countLeft, countUndated, listBegun, type Period, type TermGroup } from "@/db/queries/report-figures";
import { store, type Reader } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import { custodyStatus } from "@/lib/model/custody-state";
import { outcomeOf } from "@/lib/model/event-outcome";
import type { OutPlace } from "@/lib/model/outgoing";
import { knownReading } from "@/lib/model/over-detention";
import type { Actor } from "@/lib/model/permissions";
import type { ReportRecord } from "@/lib/model/report";
import type { AnnexFigures, CountOf, CourtTerms } from "@/lib/model/report-figures";
import { termFigures } from "@/lib/model/term-figures";
import type { CustodyState } from "@/lib/model/vocabularies";
import { engineVersion } from "@/lib/release/provenance";
import { ruleSetOf } from "@/lib/release/rules/registry";
import { buildStatisticsAnnex } from "@/lib/reports/statistics-annex";
import { allow } from "../allow";
import { matchOf } from "../case-list";
import { now } from "../clock";
import { discloserOf } from "../disclosure";
import { heldPerDay } from "./held-per-day";
import { openPeriodOf } from "./open-period";
import { MOST_CASES, plainRecord } from "./records";
import type { Template } from "./template";

/** Figures of a filter and a period. The detentions that they count are noted down for a comparison where they are not too many for one. */
export const statisticsAnnex: Template = {
  kind: "statistics_annex",
  needs: "case.read",
  build: async (actor, { filter, from, to, destination }, words) => {
    const { coarse } = await (await discloserOf(actor, destination)).rules();
    const place = destination.profile === "public" ? coarse : (exact: OutPlace) => exact;
    const query = { view: "all" as const, ...filter };
    const figures = await getAnnexFigures(actor, query, { from, to, zone: words.zone }, place);
    const counted = await listBegun((await store()).read, await matchOf(actor, query), openPeriodOf({ from, to }, words.zone), MOST_CASES + 1);
    return { ...buildStatisticsAnnex(figures, words), addressee: [], records: counted.length > MOST_CASES ? [] : counted.map((row) => countedRecord(row, words.now)) };
  },
};

/** A case that is counted and not told: nobody is named by it. */
const countedRecord = ({ id, version, reference, outstanding, expectedFrom, expectedTo, dueSort, releasedText, ...row }: CaseRow, at: number): ReportRecord => ({
  ...plainRecord("event", { id, version, label: reference }),
  kind: "case",
  status: custodyStatus({ state: row.state as CustodyState, outstanding, watchFrom: row.watchFrom, dueSort }, at),
  outstanding,
  expectedFrom,
  expectedTo,
  overdueFrom: knownReading(dueSort),
  released: releasedText,
});

type Days = { from: string | null; to: string | null; zone: string };

/** By the same definitions as the lists, the dashboard and the page of those held too long. `coarse` is the place that is told for a place. */
export async function getAnnexFigures(actor: Actor, filter: CaseQuery, { from, to, zone }: Days, coarse: (place: OutPlace) => OutPlace = (place) => place): Promise<AnnexFigures> {
  allow(actor, "case.read");
  const { read } = await store();
  const at = now();
  const match = await matchOf(actor, filter);
  const period = openPeriodOf({ from, to }, zone);
  const groups = await countBegun(read, match, period, at);
  const details = await countBegunDetails(read, match, period);
  const undated = await countUndated(read, match);
  const places = new Map((await listPlaces(read)).map((place) => [place.id, place]));
  const sets = new Map(groups.map(({ placeId }) => ruleSetOf(places.get(placeId)?.country ?? "")).map(({ ruleSet, ruleSetVersion }) => [ruleSet, ruleSetVersion]));
  const known = [...places.values()].map(({ id, nameKk, nameRu, nameEn }) => ({ id, nameKk, nameRu, nameEn }));
  const told = new Map(known.map((place) => [place.id, coarse(place)]));
  return {
    from,
    to,
    begun: {
      total: sumOf(groups),
      people: details.people,
      kinds: countsBy(groups, ({ kind }) => kind),
      places: countsBy(groups, ({ placeId }) => told.get(placeId)?.id ?? "").map(({ key, count }) => ({ key: known.find(({ id }) => id === key) ?? NOWHERE, count })),
      sexes: countsBy(groups, ({ sex }) => sex),
      outcomes: countsBy(groups, (group) => outcomeOf({ status: custodyStatus(comparable(group, at), at), verdict: group.verdict })),
    },
    courts: await courtTerms(read, details.terms),
    left: countsBy(await countLeft(read, match, period), ({ state, verdict }) => outcomeOf({ status: state as CustodyState, verdict })),
    ...(await overFigures(read, actor, match, period, at)),
    days: await heldPerDay(read, match, period, at, zone),
    missing: { undated: undated.all, undatedHeld: undated.outstanding, releasedUndated: undated.releasedUndated, unconfirmed: details.unconfirmed },
    rules: { engine: engineVersion, sets: [...sets].map(([set, version]) => ({ set, version })) },
  };
}

const NOWHERE: OutPlace = { id: "", nameKk: "", nameRu: "", nameEn: "" };
const sumOf = (groups: readonly { count: number }[]): number => groups.reduce((sum, { count }) => sum + count, 0);

function countsBy<Group extends { count: number }, Key extends string>(groups: readonly Group[], keyOf: (group: Group) => Key): CountOf<Key>[] {
  return [...Map.groupBy(groups, keyOf)].map(([key, own]) => ({ key, count: sumOf(own) }));
}

/** A group as `custodyStatus` compares a case: its reading is past or still to come. */
const comparable = ({ state, outstanding, overdue, due }: { state: string; outstanding: boolean; overdue: boolean; due: boolean }, at: number) => ({ state: state as CustodyState, outstanding, dueSort: overdue ? at : at + 1, watchFrom: due ? at : null });

async function courtTerms(tx: Reader, terms: readonly TermGroup[]): Promise<CourtTerms[]> {
  const names = await namedInstitutions(tx, terms.flatMap(({ courtId }) => courtId ?? []));
  const groups = Map.groupBy(terms, ({ courtId, kind }) => `${courtId ?? ""} ${kind}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ court: names.get(first.courtId ?? "") ?? null, kind: first.kind, terms: termFigures(own) }] : [];
  });
}

async function overFigures(tx: Reader, actor: Actor, match: CaseMatch, { from, until }: Period, at: number): Promise<Pick<AnnexFigures, "late" | "inside">> {
  const over = { scope: actor, now: at, from, until, among: amongMeant(match) };
  const isNow = (from === null || from <= at) && (until === null || at < until);
  return { late: await sumOver(tx, { ...over, view: "late" }), inside: isNow ? await sumOver(tx, { ...over, view: "inside" }) : null };
}
