import { wordKey } from "@/lib/model/event-import";
import type { WordList } from "@/lib/model/import-kind";
import { foldName } from "@/lib/names/fold";

/** The values of a list, each with its words in every language. */
export type ListWords = Record<WordList, readonly { value: string; labels: readonly string[] }[]>;

/** What people write besides the words of our lists. */
const short: Record<WordList, Readonly<Record<string, string>>> = {
  sexes: { ж: "female", жен: "female", женский: "female", әйел: "female", қыз: "female", f: "female", female: "female", м: "male", муж: "male", мужской: "male", ер: "male", еркек: "male", m: "male", male: "male" },
  detention_kinds: { арест: "administrative_arrest", адмарест: "administrative_arrest", қамақ: "administrative_arrest", arrest: "administrative_arrest", задержание: "administrative_detention", административное: "administrative_detention", әкімшілік: "administrative_detention", адм: "administrative_detention", уголовное: "criminal_detention", қылмыстық: "criminal_detention", задержан: "administrative_detention", ұсталды: "administrative_detention", сизо: "remand" },
  order_kinds: { арест: "administrative_arrest", адмарест: "administrative_arrest", "адм. арест": "administrative_arrest", қамақ: "administrative_arrest", "әкімшілік қамауға алу": "administrative_arrest", arrest: "administrative_arrest", ескерту: "warning", штраф: "fine", айыппұл: "fine", "санкция на арест": "remand" },
  release_kinds: { отпущен: "unknown", отбыл: "term_served", "отбыл срок": "term_served", срок: "term_served", served: "term_served", "без протокола": "without_charge" },
};

/** `sure`: the word itself stands in a list; else it only looks like one of its words, and somebody has to say so. */
export type WordMatch = { value: string; sure: boolean };

/** The value that a word of a file stands for: by its own spelling, by a folded one, by one that lies no more than a slip or two away. Null where several could be meant, or none. */
export function matchWord(text: string, list: WordList, words: ListWords): WordMatch | null {
  const typed = wordKey(text);
  const own = Object.hasOwn(short[list], typed) ? short[list][typed] : undefined;
  if (own !== undefined) return { value: own, sure: true };
  const known = words[list].flatMap(({ value, labels }) => [value.replaceAll("_", " "), ...labels].map((label) => ({ value, key: foldName(label) })));
  const key = foldName(typed.replaceAll("_", " "));
  if (key === "") return null;
  const same = known.find((each) => each.key === key);
  if (same) return { value: same.value, sure: true };
  return nearest(key, [...known, ...Object.entries(short[list]).map(([label, value]) => ({ value, key: foldName(label) }))]);
}

function nearest(key: string, known: readonly { value: string; key: string }[]): WordMatch | null {
  const most = key.length < 4 ? 0 : key.length < 8 ? 1 : 2;
  if (most === 0) return null;
  const near = known.map(({ value, key: other }) => ({ value, far: slips(key, other, most) })).filter(({ far }) => far <= most);
  const least = Math.min(...near.map(({ far }) => far));
  const meant = new Set(near.filter(({ far }) => far === least).map(({ value }) => value));
  const [value] = meant;
  return value !== undefined && meant.size === 1 ? { value, sure: false } : null;
}

/** How many letters have to be changed, put in, left out or swapped with the next to come from one word to the other; more than `most` is `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let at = 1; at <= b.length; at++) {
      const changed = (last[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1] ? (before[at - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    [before, last] = [last, next];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
