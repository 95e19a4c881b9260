import { isUncertainDate } from "@/lib/model/uncertain-date";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { listOf } from "@/lib/exchange/out-words";
import type { OutKind } from "@/lib/exchange/out-schema";
import { valueAt } from "@/lib/exchange/out-columns";
import { institutionName } from "@/lib/model/institution-name";
import { placeName } from "@/lib/wording/place-name";
import { termWords } from "@/lib/wording/case-words";

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

const INSTANTS = /^(custody|expected|overdue)(From|To)$/;
const DATES = /^(taken|released|when|start|end|asOf|birthDate)$/;

/** A fact of a record on its way out as a person reads it; "" where nothing is told. */
export function factText(what: OutKind, path: readonly string[], record: object, t: Words, vocab: Words, locale: Locale): string {
  const value = valueAt(record, path);
  const name = path.at(-1) ?? "";
  const list = listOf(what, path.join("."));
  const said = (each: string) => (list !== undefined && vocab.has(`${list}.${each}`) ? vocab(`${list}.${each}`) : t.has(`value.${name}.${each}`) ? t(`value.${name}.${each}`) : each);
  if (value === "" && name === "attributedTo") return t("kept_source");
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return t(value ? "preview.yes" : "preview.no");
  if (typeof value === "number") return INSTANTS.test(name) ? formatInstant(value, (record as { zone?: string }).zone ?? "UTC", locale) : String(value);
  if (typeof value === "string") return list === "term" ? (termWords(value, locale) ?? value) : DATES.test(name) && isUncertainDate(value) ? formatUncertain(value, locale) : said(value);
  if (Array.isArray(value)) return value.every((each) => typeof each === "string") ? value.map(said).join("; ") : value.length === 0 ? "" : t("preview.list", { count: value.length });
  return objectText(value, locale);
}

function objectText(value: object, locale: Locale): string {
  if ("title" in value) return String(value.title);
  if ("name" in value) return institutionName(value as Parameters<typeof institutionName>[0], locale);
  return "nameKk" in value ? placeName(value as Parameters<typeof placeName>[0], locale) : "";
}
