import { foldName } from "@/lib/names/fold";
import type { Finding, KnownRecords, PlannedEvent } from "./event-plan";

/** What a row is like. `certain`: the sender's own key says so. */
export type Likeness = { certain: boolean; finding: Finding; eventId: string | null };
type Seen = { row: number | null; eventId: string | null; keys: readonly string[]; title: string; words: Set<string> };

const ALIKE = 0.75;

/** Finds what a row repeats: a row of an earlier file or of this one by its key, an event of the same day and place by the words of its title. */
export function likenessOf() {
  const byKey = new Map<string, { row: number | null; eventId: string | null }>();
  const learnt = new Set<string>();
  const byDay = new Map<string, Seen[]>();
  const put = (day: string | null, place: string, seen: Seen) => {
    if (day === null) return;
    const at = `${day} ${place}`;
    const there = byDay.get(at);
    if (there) there.push(seen);
    else byDay.set(at, [seen]);
  };

  return {
    /** Takes in what is on record; what is known already stays as it is. */
    learn({ keys, events }: Pick<KnownRecords, "keys" | "events">): void {
      for (const [key, eventId] of keys) if (!byKey.has(key)) byKey.set(key, { row: null, eventId });
      for (const { id, title, start, placeIds, keys: own } of events) {
        if (learnt.has(id)) continue;
        learnt.add(id);
        for (const placeId of placeIds) put(dayOf(start), placeId, { row: null, eventId: id, keys: own, title, words: wordsOf(title) });
      }
    },
    find(row: number, key: string, event: PlannedEvent): Likeness | undefined {
      const same = key === "" ? undefined : byKey.get(key);
      if (same) return { certain: true, eventId: same.eventId, finding: same.row === null ? { code: "known_key", column: null } : { code: "repeated_key", column: null, params: { row: same.row } } };
      const day = dayOf(event.start);
      const words = wordsOf(event.title);
      // Two keys of one sender are two events, however alike.
      const alike = (byDay.get(`${day} ${placeOf(event)}`) ?? []).find((seen) => !seen.keys.some((other) => sameSender(other, key)) && overlap(words, seen.words) >= ALIKE);
      if (day === null || !alike) return undefined;
      const params = { title: alike.title, ...(alike.row === null ? {} : { row: alike.row }) };
      return { certain: false, eventId: alike.eventId, finding: { code: alike.row === null ? "like_event" : "like_row", column: null, params } };
    },
    keep(row: number, key: string, event: PlannedEvent): void {
      if (key !== "") byKey.set(key, { row, eventId: null });
      put(dayOf(event.start), placeOf(event), { row, eventId: null, keys: key === "" ? [] : [key], title: event.title, words: wordsOf(event.title) });
    },
  };
}

/** Keys are `sender:number`. */
const sameSender = (a: string, b: string): boolean => a !== "" && b !== "" && a.slice(0, a.indexOf(":")) === b.slice(0, b.indexOf(":"));

const placeOf = ({ place }: PlannedEvent): string => ("placeId" in place ? place.placeId : `new ${place.word}`);

/** The day that a date begins with; only days are compared, not months or years. */
const dayOf = (start: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(start ?? "")?.[0] ?? null;

const wordsOf = (title: string): Set<string> => new Set(foldName(title).split(" ").filter(Boolean));

/** Shared words in the share of all words of both. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
