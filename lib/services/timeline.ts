import "server-only";
import { listMoments, listOrders, listStated } from "@/db/queries/custody";
import { listToldAdjustments, listToldAllegations, listToldClaims, listToldComplaints, listToldEvents, listToldResponses, listToldSources, listToldTasks } from "@/db/queries/timeline";
import type { CaseRow } from "@/db/queries/cases";
import { store, type Reader } from "@/db/store";
import { can, type Actor } from "@/lib/model/permissions";
import { inTime, isDated, placed, withQuotes, type Cited, type TimelineEntry, type Told, type ToldSource } from "@/lib/model/timeline";
import { requireCase } from "./case-access";
import { now } from "./clock";
import { findHome } from "./organisation";

type Source = { id: string; title: string; confidentiality: string } | null;
type Naming = (source: Source) => ToldSource[];
type Row = { id: string; told: Told; when: string | null; zone?: string; note?: string; withdrawn?: string | null; sources?: ToldSource[]; createdAt: number };

/** Everything that happened to a case, in order of time, each with who says so; `left` counts quotations that belong to none of the lines alone. */
export async function getCaseTimeline(actor: Actor, caseId: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", caseId);
  const mayName = can(actor, "source.protected", row);
  const naming: Naming = (source) => (source === null ? [] : source.confidentiality === "protected" && !mayName ? [{ id: null }] : [{ id: source.id, title: source.title }]);
  const entryOf = ({ note = "", withdrawn = null, sources = [], zone = row.zone, when, ...rest }: Row): TimelineEntry => ({ ...rest, note, withdrawn, sources, quotes: [], ...placed(when, zone) });
  const facts = [...(await custodyOf(read, actor, row, naming)), ...(await abuseOf(read, actor, row, naming)), ...(await eventsOf(read, actor, row))].map(entryOf);
  const cited = await citedOf(read, caseId, naming);
  const quoted = withQuotes(facts, cited);
  const claims = quoted.left.filter(isDated);
  const entries = [...quoted.entries, ...claims.map((claim) => claimEntry(claim, row.zone)), ...(await tasksOf(read, actor, row))];
  return { case: { id: row.id, reference: row.reference, zone: row.zone }, entries: inTime(entries), left: quoted.left.length - claims.length, now: now(), homeZone: (await findHome())?.place.zone ?? row.zone };
}

/** What every record has in common, with what it tells and when. */
const rowOf = ({ id, note, withdrawn, createdAt }: { id: string; note: string; withdrawn: string | null; createdAt: number }, told: Told, when: string | null, more: Partial<Row> = {}): Row => ({ id, note, withdrawn, createdAt, told, when, ...more });

/** Custody itself: moments, rulings, time that counts or does not, and what sources say of the release. */
async function custodyOf(tx: Reader, actor: Actor, { id }: CaseRow, naming: Naming): Promise<Row[]> {
  const stated = await listStated(tx, id);
  const sources = new Map((await listToldSources(tx, actor, stated.flatMap(({ stated: { sourceId } }) => sourceId ?? []))).map((source) => [source.id, source]));
  return [
    ...(await listMoments(tx, id)).map(({ moment, institution }) => rowOf(moment, { kind: "custody", moment: moment.kind, institution, releaseKind: moment.releaseKind }, moment.when)),
    ...(await listOrders(tx, id)).map(({ order, court, ownTerm }) => rowOf(order, { kind: "ruling", order: order.kind, court, term: ownTerm ?? order.term }, order.date, { zone: order.zone })),
    ...(await listToldAdjustments(tx, id)).map((each) => rowOf(each, { kind: "time", adjustment: each.kind, to: each.to, days: each.days, authority: each.authority }, each.from)),
    ...stated.map(({ stated: said }) => {
      const named = naming(sources.get(said.sourceId ?? "") ?? null);
      return rowOf({ ...said, note: openText(named, said.note) }, { kind: "stated", who: openText(named, said.attributedTo) }, said.when, { sources: named });
    }),
  ];
}

/** What is alleged, by whom, what authorities answered, and the complaints about it. */
async function abuseOf(tx: Reader, actor: Actor, { id }: CaseRow, naming: Naming): Promise<Row[]> {
  const alleged = await listToldAllegations(tx, actor, id);
  const byId = new Map(alleged.map((each) => [each.allegation.id, each]));
  const responses = await listToldResponses(tx, [...byId.keys()]);
  const answers = responses.flatMap(({ response, institution, source }) => {
    const about = byId.get(response.allegationId);
    if (!about) return [];
    const told: Told = { kind: "answer", answer: response.answer, institution: institution ?? about.bodies[0] ?? null, acts: about.acts, asked: response.answered === null ? null : response.asked };
    return [rowOf({ ...response, note: openText(naming(source), response.note) }, told, response.answered ?? response.asked, { zone: about.allegation.zone, withdrawn: response.withdrawn ?? about.allegation.withdrawn, sources: naming(source) })];
  });
  const complained = (await listToldComplaints(tx, actor, [...byId.keys()])).flatMap(({ complaint, institution }) => {
    const told = (outcome: string | null): Told => ({ kind: "complaint", complaint: complaint.kind, institution, filedBy: complaint.filedBy, outcome });
    const filed = rowOf(complaint, told(null), complaint.filed, { zone: complaint.zone });
    return complaint.outcome === "pending" ? [filed] : [filed, rowOf({ ...complaint, id: `${complaint.id}-outcome`, note: "" }, told(complaint.outcome), complaint.answered, { zone: complaint.zone })];
  });
  const allegations = alleged.map(({ allegation, acts, bodies, source }) => {
    const named = naming(source);
    const told: Told = { kind: "allegation", acts, who: openText(named, allegation.attributedTo), bodies };
    return rowOf({ ...allegation, note: openText(named, allegation.description) }, told, allegation.when, { zone: allegation.zone, sources: named });
  });
  return [...allegations, ...answers, ...complained];
}

/** The events that the case is linked to. */
async function eventsOf(tx: Reader, actor: Actor, row: CaseRow): Promise<Row[]> {
  return (await listToldEvents(tx, actor, row.id)).map(({ event, link }) => ({
    id: `${event.id}-${link}`,
    told: { kind: "event", link, event: event.kind, eventId: event.id, title: event.title, end: event.end },
    when: event.start,
    zone: event.zone,
    createdAt: event.createdAt,
  }));
}

async function tasksOf(tx: Reader, actor: Actor, row: CaseRow): Promise<TimelineEntry[]> {
  return (await listToldTasks(tx, actor, row.id)).map(({ task, doneBy }) => ({
    id: task.id,
    told: { kind: "task", what: task.what, by: doneBy, outcome: task.outcome },
    when: null,
    zone: row.zone,
    at: task.doneAt,
    uncertain: false,
    note: "",
    withdrawn: null,
    sources: [],
    quotes: [],
    createdAt: task.createdAt,
  }));
}

/** Text that could tell who a protected source is: empty for whoever may not know. */
const openText = (named: readonly ToldSource[], text: string): string => (named.some(({ id }) => id === null) ? "" : text);

/** Whoever may not know a protected source learns neither its words nor who says so within it. */
async function citedOf(tx: Reader, caseId: string, naming: Naming): Promise<Cited[]> {
  return (await listToldClaims(tx, caseId)).map(({ claim, source }) => {
    const [told = { id: null }] = naming(source);
    const { id, field, value, valueKind, withdrawn, createdAt } = claim;
    const [text, saidBy] = [openText([told], claim.quote), openText([told], claim.saidBy)];
    return { id, text, saidBy, source: told, field, value, valueKind, withdrawn, sourceId: source.id, createdAt };
  });
}

/** A date that only a source names, as a line of its own. */
const claimEntry = (claim: Cited, zone: string): TimelineEntry => ({
  id: claim.id,
  told: { kind: "claim", field: claim.field },
  ...placed(claim.value, zone),
  note: "",
  withdrawn: null,
  sources: [],
  quotes: [{ id: claim.id, text: claim.text, saidBy: claim.saidBy, source: claim.source }],
  createdAt: claim.createdAt,
});
