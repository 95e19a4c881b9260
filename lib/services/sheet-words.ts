import "server-only";
import { listPlaces, type PlaceRow } from "@/db/queries/organisation";
import { listColleagues } from "@/db/queries/users";
import type { Reader } from "@/db/store";
import { cellText } from "@/lib/exchange/sheet-diff";
import { locales, type Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import type { InputContext } from "@/lib/model/fields";
import { problemsOf } from "@/lib/model/form-input";
import type { FieldProblem } from "@/lib/model/form-state";
import { TERM_NOT_KNOWN } from "@/lib/model/ordered-term";
import type { Actor } from "@/lib/model/permissions";
import type { SheetColumn } from "@/lib/model/sheet";
import { termWords } from "@/lib/wording/case-words";
import { placeName } from "@/lib/wording/place-name";

type Lists = Record<string, Record<string, string>>;
export type SheetWords = { locale: Locale; lists: Record<Locale, Lists>; places: PlaceRow[]; owners: { id: string; name: string }[] };

/** The words that cells are written in and read back from: vocabularies in every language, places, colleagues. */
export async function sheetWords(tx: Reader, actor: Actor, locale: Locale): Promise<SheetWords> {
  const lists = Object.fromEntries(await Promise.all(locales.map(async (each) => [each, (await messagesOf(each))["vocab"] as Lists] as const))) as Record<Locale, Lists>;
  return { locale, lists, places: await listPlaces(tx), owners: await listColleagues(tx, actor.teamIds) };
}

/** A stored value as a cell shows it. */
export function shownCell({ kind, list }: SheetColumn, value: string, words: SheetWords): string {
  if (value === "") return "";
  if (kind === "choice") return words.lists[words.locale][list ?? ""]?.[value] ?? value;
  if (kind === "place") return nameOf(words.places.find(({ id }) => id === value), words.locale);
  if (kind === "owner") return words.owners.find(({ id }) => id === value)?.name ?? "";
  if (kind === "term") return value === TERM_NOT_KNOWN ? "?" : (termWords(value, words.locale) ?? value).replace(/[\u00a0\u202f]/g, " ");
  return value;
}

const nameOf = (place: PlaceRow | undefined, locale: Locale): string => (place ? placeName(place, locale) : "");

/** The words to choose from in a column; undefined where anything may be typed. */
export function offeredCells({ kind, list }: SheetColumn, words: SheetWords): string[] | undefined {
  if (kind === "choice") return Object.values(words.lists[words.locale][list ?? ""] ?? {});
  if (kind === "place") return words.places.map((place) => placeName(place, words.locale));
  return kind === "owner" ? words.owners.map(({ name }) => name) : undefined;
}

export type ReadCell = { ok: true; value: string } | { ok: false; problem: FieldProblem };

const refused = (code: string): ReadCell => ({ ok: false, problem: { code } });
const same = (a: string, b: string): boolean => cellText(a).toLocaleLowerCase() === cellText(b).toLocaleLowerCase();

/** Reads what somebody typed into a cell as the value that is stored, or says why it cannot be read. */
export function readCell(column: SheetColumn, typed: string, words: SheetWords, context: InputContext): ReadCell {
  const text = cellText(typed);
  const found = foundValue(column, text, words);
  if (found === undefined) return refused("unknown_option");
  const read = column.read.schema(context).safeParse(found);
  if (!read.success) return { ok: false, problem: Object.values(problemsOf(read.error))[0] ?? { code: "unreadable" } };
  const value = typeof read.data === "string" ? read.data : "";
  return column.kind === "name" && value === "" ? refused("name_emptied") : { ok: true, value };
}

/** The code or id that a word stands for; undefined for a word that stands for none, or for several. */
function foundValue({ kind, list }: SheetColumn, text: string, words: SheetWords): string | undefined {
  if (kind === "choice") {
    if (text === "") return "";
    for (const locale of [words.locale, ...locales]) {
      const found = Object.entries(words.lists[locale][list ?? ""] ?? {}).find(([, label]) => same(label, text));
      if (found) return found[0];
    }
    return undefined;
  }
  if (kind === "place") return only(words.places.filter((place) => locales.some((locale) => same(placeName(place, locale), text)) || same(place.code, text)));
  if (kind === "owner") return text === "" ? "" : only(words.owners.filter(({ name }) => same(name, text)));
  return text;
}

const only = (found: readonly { id: string }[]): string | undefined => (found.length === 1 ? found[0]?.id : undefined);
