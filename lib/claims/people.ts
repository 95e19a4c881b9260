import { foldName } from "@/lib/names/fold";
import { nameKey } from "./endings";
import type { Found } from "./found";
import { isNameWord } from "./names";
import { givenName, isFamilyShape } from "./name-shapes";
import { type Page, tokenAt } from "./page";
import { addWords, matchAt, type RecordIndex } from "./records";
import type { KnownRecords, SuggestionDoubt } from "./suggestion";

type People = { whole: RecordIndex; single: RecordIndex; names: Map<string, string> };

/** People by their whole names, by the family and the given name in either order, and by each word alone. */
export function peopleIndex(people: KnownRecords["people"]): People {
  const index: People = { whole: new Map(), single: new Map(), names: new Map() };
  for (const { id, names } of people) {
    index.names.set(id, names[0] ?? "");
    for (const name of names) {
      const raw = name.split(/[\s.,-]+/u);
      const words = raw.map(foldName).filter((word) => word !== "");
      const [first, second] = words;
      const last = words.at(-1);
      addWords(words.length === 1 ? index.single : index.whole, id, name, words);
      if (first === undefined || second === undefined || last === undefined) continue;
      const pairs = words.length === 2 ? [[second, first]] : [[first, last], [last, first], [first, second], [second, first]];
      for (const pair of pairs) addWords(index.whole, id, name, pair);
      for (const word of raw) if (word.length > 2) addWords(index.single, id, word, [foldName(word)]);
    }
  }
  return index;
}

/** People on record, by name in any case. A single word of a name counts only where no other name word stands beside it. */
export function findPeople(page: Page, index: People, taken: ReadonlySet<number>): Found[] {
  const found: Found[] = [];
  const named = new Set<string>();
  const open: number[] = [];
  for (let at = 0; at < page.tokens.length; at++) {
    if (!tokenAt(page, at).capital) continue;
    const match = matchAt(page, index.whole, at);
    if (match === null) {
      open.push(at);
      continue;
    }
    found.push(personOf(index, match.ids, at, match.to, []));
    for (const id of match.ids) named.add(id);
    at = match.to - 1;
  }
  const covered = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
  for (const at of open) {
    if (taken.has(at) || !stands(page, at, covered, taken)) continue;
    const match = matchAt(page, index.single, at);
    if (match === null || match.to !== at + 1) continue;
    const mentioned = match.ids.filter((id) => named.has(id));
    const isFamily = isFamilyShape(match.name) && givenName(match.name) === null;
    found.push(personOf(index, mentioned.length > 0 ? mentioned : match.ids, at, match.to, isFamily || mentioned.length === 1 ? [] : ["given_name_only"]));
  }
  return found;
}

/** Alone: "Айдос Садықов" is not the Айдос on record. */
function stands(page: Page, at: number, covered: ReadonlySet<number>, taken: ReadonlySet<number>): boolean {
  if (!isNameWord(tokenAt(page, at)) && tokenAt(page, at).text.length < 4) return false;
  const isOther = (index: number) => isNameWord(tokenAt(page, index)) && !covered.has(index) && !taken.has(index);
  const previous = tokenAt(page, at - 1);
  const opens = tokenAt(page, at - 2).kind === "stop" && givenName(previous.text) === null && !isFamilyShape(previous.text);
  const afterInitial = previous.text === "." && tokenAt(page, at - 2).text.length === 1 && tokenAt(page, at - 2).capital;
  return !isOther(at + 1) && (opens || !isOther(at - 1)) && !afterInitial && nameKey(tokenAt(page, at)) !== "";
}

function personOf(index: People, ids: string[], from: number, to: number, doubts: SuggestionDoubt[]): Found {
  const value = ids[0] ?? "";
  return { kind: "person", from, to, value, label: index.names.get(value) ?? "", doubts: ids.length > 1 ? ["several_known", ...doubts] : doubts };
}
