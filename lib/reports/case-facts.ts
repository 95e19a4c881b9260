import { formatCount, formatHours, formatTerm } from "@/lib/i18n/formats";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { momentsInOrder } from "@/lib/model/custody-state";
import type { MomentKind } from "@/lib/model/vocabularies";
import type { OutOrder } from "@/lib/model/outgoing";
import type { ReportBlock } from "@/lib/model/report-document";
import { heading, type Teller } from "./letter";

type Row = { label: string; value: string };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The person as far as may be told. */
export function identityRows({ letters, item, name, said, date, words, destination }: Teller, only?: readonly IdentityKey[]): Row[] {
  const { person } = item;
  const others = [...new Set(person.names.map(({ text }) => text).filter((text) => text !== person.displayName))];
  const values: Record<IdentityKey, string> = {
    name,
    other_names: words.list(others),
    sex: said("sexes", person.sex),
    birth: date(person.birthDate),
    nationality: person.nationality,
    occupation: person.occupation,
    affiliation: person.affiliation,
    residence: person.residence,
  };
  // Outside the house an empty row would say "not known" of what was left out on purpose; not everybody has a second name or a movement.
  const shown = (key: IdentityKey) => values[key] !== "" || (destination.profile === "internal" && key !== "other_names" && key !== "affiliation");
  return identityKeys.filter((key) => (only?.includes(key) ?? true) && shown(key)).map((key) => ({ label: letters(`identity.${key}`), value: values[key] }));
}

const identityKeys = ["name", "other_names", "sex", "birth", "nationality", "occupation", "affiliation", "residence"] as const;
type IdentityKey = (typeof identityKeys)[number];

/** Since when the person is deprived of liberty: the seizure, or the earliest moment that is on record, at the latest. */
export function sinceWhen({ file, date, letters, estimate }: Teller): string {
  if (file.case.taken !== null) return date(file.case.taken);
  const start = estimate?.startUsed;
  if (start) return letters("detention.since_latest", { when: date(start.when) });
  const ruling = file.orders.find((order) => order.date !== null);
  return ruling?.date ? letters("detention.since_latest", { when: date(ruling.date) }) : "";
}

/** Time in custody from the seizure on, between the least and the most that its ends can mean; "" where one of them is not known. */
export function lengthHeld({ item, words }: Teller): string {
  const { zone, taken, released, outstanding } = item;
  const [start, end] = [boundsIn(taken, zone), outstanding ? { earliest: words.now, latest: words.now } : boundsIn(released, zone)];
  if (start?.earliest == null || start.latest === null || end?.earliest == null || end.latest === null || end.latest < start.earliest) return "";
  const [least, most] = [Math.max(0, end.earliest - start.latest), end.latest - start.earliest];
  if (most < DAY_MS) return formatHours(Math.floor(most / MINUTE_MS), words.locale);
  const [from, to] = [Math.floor(least / DAY_MS), Math.floor(most / DAY_MS)];
  return from === to ? formatTerm({ d: to }, words.locale) : `${formatCount(from, words.locale)}–${formatTerm({ d: to }, words.locale)}`;
}

const boundsIn = (when: string | null, zone: string) => (isUncertainDate(when) ? boundsOf(when, zone) : null);

/** A ruling in one line: "administrative arrest, 10 days, City Court, 22 October 2019". */
export function rulingText({ said, body, date, joined, term }: Teller, order: OutOrder): string {
  return joined(said("order_kinds", order.kind), term(order.term), body(order.court), date(order.date));
}

/** How the term of a ruling is counted, in words. */
export const countedFrom = ({ joined, words, said, date }: Teller, order: OutOrder): string =>
  joined(order.countFrom === "not_stated" ? words.vocab("count_froms.not_stated") : said("count_froms", order.countFrom), date(order.countFromWhen));

/** Every ruling with what is known of it; `judges` only for documents that stay with whoever may know. */
export function rulingBlocks(tell: Teller, { judges, orders = tell.file.orders }: { judges: boolean; orders?: readonly OutOrder[] }): ReportBlock[] {
  const { letters, said, body, date, term } = tell;
  return orders.flatMap((order): ReportBlock[] => {
    const row = (key: string, value: string) => ({ label: letters(`detention.${key}`), value });
    const rows = [
      row("ruling", said("order_kinds", order.kind)),
      row("court", body(order.court)),
      ...(judges && order.judge ? [row("judge", order.judge)] : []),
      row("ordered", date(order.date)),
      row("term", term(order.term)),
      row("articles", order.articles),
      row("count_from", countedFrom(tell, order)),
    ];
    return [{ kind: "facts", rows }];
  });
}

/** The deprivation of liberty in rows: kind, since when, where, by whom; without what a document tells elsewhere, `arrest` and `release`. */
export function detentionRows(tell: Teller, { arrest = true, release = true }: { arrest?: boolean; release?: boolean } = {}): Row[] {
  const { letters, item, said, place, body, date, destination } = tell;
  const row = (key: string, value: string) => ({ label: letters(`detention.${key}`), value });
  const length = lengthHeld(tell);
  const kept = (rows: Row[]) => (destination.profile === "public" && !item.person.named ? rows.filter(({ value }) => value !== "") : rows);
  return kept([
    row("kind", said("detention_kinds", item.detentionKind)),
    ...(item.taken === null ? [row("since", sinceWhen(tell))] : arrest ? [row("taken", date(item.taken))] : []),
    ...(arrest ? [row("place", place), row("taken_by", body(item.agency))] : []),
    row(item.outstanding ? "held_at" : "was_held_at", heldAt(tell)),
    row("status", said("custody_statuses", item.status)),
    ...(length ? [row(item.outstanding ? "duration" : "duration_all", length)] : []),
    ...(item.released === null || !release ? [] : [row("released", tell.joined(date(item.released), said("release_kinds", item.releaseKind)))]),
  ]);
}

/** Where the person is held, or was last. */
export function heldAt({ item, file, body }: Teller): string {
  if (item.heldAt) return body(item.heldAt);
  if (item.outstanding) return "";
  return body(file.moments.findLast(({ kind, institution }) => institution !== null && ["admitted", "transferred", "still_inside", "delivered"].includes(kind))?.institution ?? null);
}

/** Events that the detention is connected with, as sentences without a full stop. */
export const eventLines = ({ file, letters, date, said }: Teller): string[] =>
  file.events.map(({ title, start, link }) => letters("detention.event_link", { event: title, when: date(start) || letters("not_known"), link: said("case_event_links", link) }));

export const rightsList = ({ file, said }: Teller): string[] => file.rights.map((right) => said("engaged_rights", right)).filter(Boolean);

export const countWords = (count: number, { words }: Teller): string => formatCount(count, words.locale);
export const titled = (title: string, blocks: ReportBlock[], level: 1 | 2 = 1): ReportBlock[] => (blocks.length === 0 ? [] : [heading(title, level), ...blocks]);

/** Whether the last that is known of somebody who is not out is that contact was lost, or the hospital; the status alone may say "overdue" instead. */
export function lastSeen({ file, item }: Teller): "contact_lost" | "hospitalised" | null {
  if (!item.outstanding) return null;
  const ordered = momentsInOrder(file.moments.map((moment, createdAt) => ({ ...moment, kind: moment.kind as MomentKind, createdAt })), item.zone);
  const last = ordered.at(-1)?.kind;
  if (last === "contact_lost" || item.status === "whereabouts_unknown") return "contact_lost";
  return last === "hospitalised" || item.status === "in_hospital" ? "hospitalised" : null;
}
