import type { NamedInstitution } from "./institution-name";
import { boundsOf, isApproximate, isUncertainDate, precisionOf } from "./uncertain-date";
import type { TimelineKind } from "./vocabularies";

/** A source that stands behind a line; without a name for readers who may not know who it is. */
export type ToldSource = { id: string; title: string } | { id: null };

export type Quote = { id: string; text: string; saidBy: string; source: ToldSource };

/** What a line tells, by its kind; codes of vocabularies and texts as recorded. */
export type Told =
  | { kind: "custody"; moment: string; institution: NamedInstitution | null; releaseKind: string | null }
  | { kind: "ruling"; order: string; court: NamedInstitution | null; term: string | null }
  | { kind: "time"; adjustment: string; to: string | null; days: number | null; authority: string }
  | { kind: "stated"; who: string }
  | { kind: "allegation"; acts: readonly string[]; who: string; bodies: readonly NamedInstitution[] }
  | { kind: "answer"; answer: string; institution: NamedInstitution | null; acts: readonly string[]; asked: string | null }
  | { kind: "complaint"; complaint: string; institution: NamedInstitution | null; filedBy: string; outcome: string | null }
  | { kind: "event"; link: string; event: string; eventId: string; title: string; end: string | null }
  | { kind: "task"; what: string; by: string | null; outcome: string }
  | { kind: "claim"; field: string };

/** One thing that happened, or that somebody says. */
export type TimelineEntry = {
  id: string;
  told: Told;
  /** As far as known, in `zone`; null = not known, or an instant of the program's own clock, which is `at`. */
  when: string | null;
  zone: string;
  /** The first instant that it can mean; null sorts it among what has no date. */
  at: number | null;
  /** The date is a range, a bound, "about", or less than a day. */
  uncertain: boolean;
  note: string;
  withdrawn: string | null;
  sources: readonly ToldSource[];
  quotes: readonly Quote[];
  createdAt: number;
};

/** Places a date as far as known: its first possible instant, else its last, and whether it is less than a day or an hour that is known. */
export function placed(when: string | null, zone: string): Pick<TimelineEntry, "when" | "zone" | "at" | "uncertain"> {
  if (when === null || !isUncertainDate(when)) return { when, zone, at: null, uncertain: false };
  const { earliest, latest } = boundsOf(when, zone);
  return { when, zone, at: earliest ?? latest, uncertain: isApproximate(when) || !["minute", "day"].includes(precisionOf(when)) };
}

/** Of things at one instant, what led to the others stands first. */
const ORDER: readonly TimelineKind[] = ["event", "custody", "claim", "allegation", "ruling", "time", "answer", "complaint", "task", "stated"];

/** In order of time; what has no date comes last, in the order in which it was recorded. */
export function inTime(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const rank = ({ told }: TimelineEntry): number => (told.kind === "custody" && told.moment === "released" ? ORDER.length : ORDER.indexOf(told.kind));
  return entries.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || rank(a) - rank(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** A quotation of a source before it is known what it stands beside. */
export type Cited = Quote & { field: string; valueKind: string; value: string; withdrawn: string | null; sourceId: string; createdAt: number };

/** Which lines a quotation about a field can stand beside. */
function fits(field: string, told: Told): boolean {
  if (field === "custody") return told.kind === "custody" && told.moment !== "released";
  if (field === "release") return told.kind === "custody" && told.moment === "released";
  if (field === "ruling" || field === "term") return told.kind === "ruling";
  if (field === "stated_release") return told.kind === "stated";
  if (field === "abuse") return told.kind === "allegation";
  return field === "event" && told.kind === "event";
}

/** Whether a date that a source names can be the date of a line. */
function meets(value: string, { when, zone }: TimelineEntry): boolean {
  if (when === null || !isUncertainDate(when)) return false;
  const [a, b] = [boundsOf(value, zone), boundsOf(when, zone)];
  return (a.earliest ?? -Infinity) < (b.latest ?? Infinity) && (b.earliest ?? -Infinity) < (a.latest ?? Infinity);
}

/** The one line beside which a quotation can stand: by its date where it names one, else the only one of its kind, or of its source. */
function lineOf(entries: readonly TimelineEntry[], { field, value, valueKind, sourceId }: Cited): TimelineEntry | undefined {
  const fitting = entries.filter((entry) => entry.withdrawn === null && fits(field, entry.told));
  const tried = isDated({ value, valueKind })
    ? [fitting.filter(({ when }) => when === value), fitting.filter((entry) => meets(value, entry))]
    : [fitting, fitting.filter(({ sources }) => sources.some(({ id }) => id === sourceId))];
  return tried.find(({ length }) => length === 1)?.[0];
}

/** A claim that names a date. */
export const isDated = ({ valueKind, value }: Pick<Cited, "valueKind" | "value">): boolean => valueKind === "when" && isUncertainDate(value);

/**
 * Puts quotations beside the lines that they support. One that could stand beside several, or that names another date, stands beside none,
 * because a guess would look like evidence. `left` are those.
 */
export function withQuotes(entries: readonly TimelineEntry[], cited: readonly Cited[]): { entries: TimelineEntry[]; left: Cited[] } {
  const quotes = new Map<string, Quote[]>();
  const left: Cited[] = [];
  for (const each of cited.filter(({ withdrawn }) => withdrawn === null)) {
    const found = lineOf(entries, each);
    if (!found) left.push(each);
    else quotes.set(found.id, [...(quotes.get(found.id) ?? []), { id: each.id, text: each.text, saidBy: each.saidBy, source: each.source }]);
  }
  return { entries: entries.map((entry) => ({ ...entry, quotes: quotes.get(entry.id) ?? [] })), left };
}

/** How many lines there are of each kind. */
export const kindsOf = (entries: readonly TimelineEntry[]): Map<TimelineKind, number> => {
  const counts = new Map<TimelineKind, number>();
  for (const { told } of entries) counts.set(told.kind, (counts.get(told.kind) ?? 0) + 1);
  return counts;
};

/** What only somebody says of a date is no news, and moments of custody have a list of their own. */
const notNews: readonly TimelineKind[] = ["custody", "stated", "claim"];

/** The newest things that happened up to `now` beside the moments of custody, newest first. */
export const newest = (entries: readonly TimelineEntry[], now: number, most: number): TimelineEntry[] =>
  entries.filter(({ told, at, withdrawn }) => !notNews.includes(told.kind) && withdrawn === null && at !== null && at <= now).slice(-most).reverse();
