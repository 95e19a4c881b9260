import "server-only";
import { INTERNAL, type Destination } from "@/lib/model/destination";
import type { OutCount, OutEvent } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { phaseOf, type Period } from "@/lib/reports/custody-phase";
import { buildPersonsDeprived } from "@/lib/reports/persons-deprived";
import { formal } from "@/lib/reports/report-words";
import { periodWords } from "@/lib/wording/report-words";
import { streamOutCounts, streamOutEvents } from "../outgoing";
import { periodOf } from "./period";
import { caseRecord, pairedCases, plainRecord } from "./records";
import { sinceSentence } from "./since";
import type { Template } from "./template";

/** The weekly bulletin. */
export const personsDeprived: Template = {
  kind: "persons_deprived",
  needs: "case.read",
  build: async (actor, request, words) => {
    const { destination, filter } = request;
    const period = periodOf(request, words.zone, words.now);
    const paired = await pairedCases(actor, { ...filter, view: filter.view ?? "all" }, destination, period);
    const cases = paired.map(({ told, own }) => ({ told, phase: phaseOf(own, period) }));
    const events = await eventsOf(actor, destination, period);
    const records = [...paired.map(caseRecord), ...events.map(({ own }) => plainRecord("event", { id: own.id, version: own.version, label: own.title }))];
    const since = await sinceSentence(actor, request, records, words);
    return {
      title: words.t("kind.persons_deprived.title"),
      subtitle: periodWords(request.from, request.to, words.locale, formal) || words.t("bulletin.all_time"),
      addressee: [],
      blocks: buildPersonsDeprived({ cases, events, wholeTime: period.from === null, since }, words),
      records,
    };
  },
};

type Ledger = { event: OutEvent; own: OutEvent; counts: OutCount[] };

/** The events that begin within the period, each with what was counted. */
async function eventsOf(actor: Actor, destination: Destination, { from, before }: Period): Promise<Ledger[]> {
  const own = (await all(streamOutEvents(actor, INTERNAL))).map((event) => ({ event, starts: event.start === null ? null : boundsOf(event.start, event.zone).earliest }));
  const within = own.map(({ starts }) => starts !== null && (from === null || starts >= from) && starts < before);
  if (!within.some(Boolean)) return [];
  const told = await all(streamOutEvents(actor, destination));
  const counts = Map.groupBy(await all(streamOutCounts(actor, destination)), ({ eventId }) => eventId);
  // Both lists come in the order of the house's ids.
  return own.flatMap(({ event }, at) => {
    const other = told[at];
    return within[at] && other ? [{ own: event, event: other, counts: counts.get(other.id) ?? [] }] : [];
  });
}

async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}
