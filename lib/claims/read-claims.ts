import { Temporal } from "temporal-polyfill";
import { namesNobody } from "@/lib/model/speaker";
import { findCounts } from "./counts";
import { findDates } from "./dates";
import { fieldOf, signsOf } from "./fields";
import type { Found } from "./found";
import { findInstitutions, institutionIndex } from "./institutions";
import { findNames } from "./names";
import { type Page, readPage, tokenAt } from "./page";
import { findPeople, peopleIndex } from "./people";
import { findPlaces, placeIndex } from "./places";
import { speakerOf } from "./speakers";
import { type KnownRecords, type Suggestion, type SuggestionKind, suggestionKinds } from "./suggestion";
import { findTerms } from "./terms";

/** What a text in Kazakh, Russian or English seems to say, in the order of the text; suggestions never overlap others of their kind. Pure rules, no network. */
export function readClaims(text: string, known: KnownRecords): Suggestion[] {
  const page = readPage(text);
  const places = findPlaces(page, placeIndex(known.places));
  const placed = tokensOf(places);
  const institutions = findInstitutions(page, institutionIndex(known.institutions), placed);
  const taken = new Set([...placed, ...tokensOf(institutions)]);
  const people = findPeople(page, peopleIndex(known.people), taken);
  const names = findNames(page, new Set([...taken, ...tokensOf(people)]));
  const found = [...findDates(page, dayOf(known.published)), ...findTerms(page), ...findCounts(page), ...places, ...institutions, ...people, ...names];
  return told(page, withoutOverlaps(found));
}

function told(page: Page, found: readonly Found[]): Suggestion[] {
  const signs = signsOf(page);
  const bySentence = Map.groupBy(found, (one) => tokenAt(page, one.from).sentence);
  const speakers = new Map([...bySentence].map(([at, inIt]) => [at, page.sentences[at] === undefined ? "" : speakerOf(page, page.sentences[at], inIt)]));
  return found.map((one) => {
    const { start } = tokenAt(page, one.from);
    const { end } = tokenAt(page, one.to - 1);
    const quote = page.text.slice(start, end);
    const { sentence: at } = tokenAt(page, one.from);
    const sentence = page.sentences[at] ?? { start, end };
    const saidBy = speakers.get(at) ?? "";
    return {
      kind: one.kind, start, end, quote, value: one.value, label: one.label ?? quote, field: fieldOf(page, signs, one),
      sentence: { start: sentence.start, end: sentence.end }, saidBy, doubts: [...(one.doubts ?? []), ...(namesNobody(saidBy) ? ["speaker_unnamed" as const] : [])],
    };
  });
}

/** In the order of the text; of two of a kind on the same words the longer stays. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  const ends = new Map<SuggestionKind, number>(suggestionKinds.map((kind) => [kind, 0]));
  return sorted.filter(({ kind, from, to }) => {
    if (from < (ends.get(kind) ?? 0) || to <= from) return false;
    ends.set(kind, to);
    return true;
  });
}

function tokensOf(found: readonly Found[]): Set<number> {
  return new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
}

function dayOf(published: string): Temporal.PlainDate | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(published) ? parsedDay(published) : null;
}

function parsedDay(day: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(day);
  } catch {
    return null;
  }
}
