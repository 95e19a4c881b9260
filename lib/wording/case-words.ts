import type { useTranslations } from "next-intl";
import { formatTerm, formatUncertain, formatWindow, relativeDays, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { termOf } from "@/lib/model/ordered-term";

const DAY_MS = 86_400_000;

/** The words of the namespace `dashboard`. */
export type DashboardWords = ReturnType<typeof useTranslations>;

export const placeName = (place: { placeKk: string; placeRu: string; placeEn: string }, locale: Locale): string => ({ kk: place.placeKk, ru: place.placeRu, en: place.placeEn })[locale];

/** The person's name, or "Unidentified man 3 of 5 · Almaty, 25 Oct 2019". */
export function caseName(item: Pick<CaseSummary, "personName" | "sex" | "slot" | "slotCount" | "seizedText" | "placeKk" | "placeRu" | "placeEn">, t: DashboardWords, locale: Locale): string {
  if (item.personName) return item.personName;
  const who = t("person.unidentified", { sex: item.sex });
  const slot = item.slot !== null && item.slotCount !== null ? ` ${t("person.slot", { slot: item.slot, count: item.slotCount })}` : "";
  const day = item.seizedText === null ? "" : `, ${formatUncertain(withoutTimes(item.seizedText), locale, { compact: true })}`;
  return `${who}${slot} · ${placeName(item, locale)}${day}`;
}

const withoutTimes = (when: string): string => {
  const days = when.replaceAll(/T\d\d:\d\d~?/g, "");
  const [start, end] = days.split("/");
  return start !== undefined && start === end ? start : days;
};

/** "10 days", "72 hours", "life"; null when no term is known. */
export function termWords(text: string | null, locale: Locale): string | null {
  const term = termOf(text);
  return term === null ? null : formatTerm(term, locale);
}

/** Whole days in custody so far, or until the release; null when its beginning, or the day of the release, is not known. */
export const daysHeld = (item: Pick<CaseSummary, "custodyFrom" | "custodyTo" | "outstanding">, now: number): number | null =>
  item.custodyFrom === null || (!item.outstanding && item.custodyTo === null) ? null : Math.max(0, Math.floor(((item.custodyTo ?? now) - item.custodyFrom) / DAY_MS));

export type BasisCode = "computed" | "unconfirmed" | "stated" | "override" | "none";
export const basisCodes: readonly BasisCode[] = ["computed", "unconfirmed", "stated", "override", "none"];

/** Where the expected release comes from, with its doubt. */
export const basisOf = ({ expectedBasis, countingConfirmed }: Pick<CaseSummary, "expectedBasis" | "countingConfirmed">): BasisCode => {
  if (expectedBasis === "computed") return countingConfirmed ? "computed" : "unconfirmed";
  return expectedBasis === "stated" || expectedBasis === "override" ? expectedBasis : "none";
};

export type ReleaseWords = {
  /** "in 3 days", "yesterday"; empty when nothing is known. */
  relative: string;
  /** "Mon 4 Nov 2019, all day", "31 Oct – 1 Nov 2019". */
  absolute: string;
};

type Expected = Pick<CaseSummary, "expectedFrom" | "expectedTo" | "expectedKind" | "zone">;

/** The expected release, relative and absolute, in the place's own time; `zone` is where the reader works. */
export function expectedWords(item: Expected, now: number, t: DashboardWords, locale: Locale, zone = item.zone): ReleaseWords | null {
  const { expectedFrom: from, expectedTo: to } = item;
  if (from === null && to === null) return null;
  const day = formatWindow(from, to, item.zone, locale, { compact: true });
  const note = zoneNote(item.zone, zone, from ?? to ?? now, locale);
  const absolute = [item.expectedKind === "day" ? t("release.all_day", { day }) : day, note].filter(Boolean).join(", ");
  return { relative: relativeTo(from, to, now, item.zone, t, locale), absolute };
}

function relativeTo(from: number | null, to: number | null, now: number, zone: string, t: DashboardWords, locale: Locale): string {
  const last = to === null ? null : to - 1;
  if (from !== null && from > now) return relativeDays(from, now, zone, locale);
  if (last === null) return t("release.from_now");
  const day = relativeDays(last, now, zone, locale);
  return last <= now || day === relativeDays(now, now, zone, locale) ? day : t("release.at_latest", { day });
}

export const alertCodes = ["stated_differs", "no_lawyer"] as const;
export type AlertCode = (typeof alertCodes)[number];

/** What a coordinator should look at on somebody who is still inside. */
export function alertsOf(item: Pick<CaseSummary, "outstanding" | "statedDiffers" | "lawyer">): AlertCode[] {
  if (!item.outstanding) return [];
  return [...(item.statedDiffers ? (["stated_differs"] as const) : []), ...(item.lawyer === "" ? (["no_lawyer"] as const) : [])];
}
