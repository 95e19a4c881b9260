import type { useTranslations } from "next-intl";
import { createTranslator } from "use-intl/core";
import type { DateStyle } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Namespace } from "@/lib/i18n/namespaces";
import type { AudienceProfile } from "@/lib/model/destination";

/** Dates as letters and documents write them; a table that is dense takes the short form instead. */
export const formal: DateStyle = { formal: true };

export type Words = ReturnType<typeof useTranslations>;

/** Everything that turns records into sentences of one report: the report's language, never the reader's. */
export type ReportWords = {
  locale: Locale;
  /** Epoch milliseconds of the making. */
  now: number;
  /** IANA zone of the organisation. */
  zone: string;
  profile: AudienceProfile;
  /** The room `reports`, and the labels of vocabularies. */
  t: Words;
  vocab: Words;
  /** Any other room: what lib/wording asks for. */
  room: (namespace: Namespace) => Words;
  /** "a, b and c". */
  list: (items: string[]) => string;
};

/** What stands for whoever says something and is not told: nothing is ever said by nobody. Outside the house not even that somebody protects them. */
export const keptSource = ({ profile, t, room }: ReportWords): string => (profile === "internal" ? room("letters")("protected") : t("kept_source"));

type Moment = { locale: Locale; now: number; zone: string; profile: AudienceProfile };

/** The words of a report from all messages of its language (`messagesOf`). */
export function reportWords(messages: Record<string, unknown>, { locale, now, zone, profile }: Moment): ReportWords {
  const rooms = new Map<Namespace, Words>();
  const room = (namespace: Namespace): Words => {
    const known = rooms.get(namespace) ?? (createTranslator({ locale, messages, namespace, timeZone: zone }) as unknown as Words);
    rooms.set(namespace, known);
    return known;
  };
  const joined = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" });
  return { locale, now, zone, profile, t: room("reports"), vocab: room("vocab"), room, list: (items) => joined.format(items) };
}
