import { foldName } from "@/lib/names/fold";
import { isFormOf, nameKey, stemOf, stemsIn } from "./endings";
import { isDash, type Page, tokenAt } from "./page";

type Entry = { id: string; name: string; words: readonly string[] };
/** Names on record by the stems of their first two words. */
export type RecordIndex = Map<string, Map<string, Entry[]>>;
export type Match = { ids: string[]; name: string; to: number };

const longestName = 16;
const mostOfOneName = 50;

/** Every name of every record, for lookup at a place in a text. */
export function indexOf(records: readonly { id: string; names: readonly string[] }[]): RecordIndex {
  const index: RecordIndex = new Map();
  for (const { id, names } of records) for (const name of names) addName(index, id, name);
  return index;
}

export function addName(index: RecordIndex, id: string, name: string): void {
  addWords(index, id, name, foldName(name).split(" "));
}

/** The same with the name folded already, for which the caller may have turned its words round. */
export function addWords(index: RecordIndex, id: string, name: string, words: readonly string[]): void {
  const [first, second] = words;
  if (first === undefined || first === "" || words.length > longestName) return;
  const seconds = index.get(stemOf(first)) ?? new Map<string, Entry[]>();
  const key = second === undefined ? "" : stemOf(second);
  const entries = seconds.get(key) ?? [];
  if (entries.length >= mostOfOneName) return;
  if (!entries.some((entry) => entry.id === id && entry.words.join(" ") === words.join(" "))) entries.push({ id, name, words });
  seconds.set(key, entries);
  index.set(stemOf(first), seconds);
}

/** The longest names on record that stand at this token, with whose they are; words may be joined by hyphens and stand in any case. */
export function matchAt(page: Page, index: RecordIndex, at: number): Match | null {
  const first = nameKey(tokenAt(page, at));
  if (first === "" || index.size === 0) return null;
  const firsts = stemsIn(first).flatMap((stem) => index.get(stem) ?? []);
  if (firsts.length === 0) return null;
  const nextAt = nextWord(page, at);
  const second = nextAt === null ? "" : nameKey(tokenAt(page, nextAt));
  const seconds = second === "" ? [""] : [...stemsIn(second), ""];
  const matches = firsts.flatMap((byFollower) => seconds.flatMap((follower) => (byFollower.get(follower) ?? []).flatMap((entry) => {
    const to = endOf(page, at, entry.words);
    return to === null ? [] : [{ to, entry }];
  })));
  const to = Math.max(...matches.map((match) => match.to));
  const longest = matches.filter((match) => match.to === to).map(({ entry }) => entry);
  return longest[0] === undefined ? null : { ids: [...new Set(longest.map(({ id }) => id))], name: longest[0].name, to };
}

function endOf(page: Page, at: number, words: readonly string[]): number | null {
  let token: number | null = at;
  let end = at;
  for (const word of words) {
    if (token === null || !isFormOf(nameKey(tokenAt(page, token)), word)) return null;
    end = token + 1;
    token = nextWord(page, token);
  }
  return end;
}

function nextWord(page: Page, at: number): number | null {
  const next = tokenAt(page, at + 1);
  if (next.kind === "word") return at + 1;
  const isJoint = (isDash(next) && next.glued) || next.text === "№" || /^[«"“”»]$/.test(next.text);
  return isJoint && tokenAt(page, at + 2).kind === "word" ? at + 2 : null;
}
