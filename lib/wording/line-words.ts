import type { useTranslations } from "next-intl";
import { termWords } from "./case-words";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { institutionName, type NamedInstitution } from "@/lib/model/institution-name";
import type { TimelineEntry, Told } from "@/lib/model/timeline";

type Words = ReturnType<typeof useTranslations>;

/** What a line says: `title` first and strong, `detail` after it. `t` are the words of `timeline.line`, `vocab` those of `vocab`. */
export function lineWords(told: Told, t: Words, vocab: Words, locale: Locale): { title: string; detail: string } {
  const words = (list: string, code: string): string => (vocab.has(`${list}.${code}`) ? vocab(`${list}.${code}`) : code);
  const joined = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join(" · ");
  const body = (of: NamedInstitution | null) => (of === null ? null : institutionName(of, locale));
  const date = (when: string) => formatUncertain(when, locale);
  const acts = (codes: readonly string[]) => codes.map((code) => words("alleged_acts", code)).join(", ");
  switch (told.kind) {
    case "custody":
      return { title: words("moment_kinds", told.moment), detail: joined(body(told.institution), told.releaseKind !== null && told.releaseKind !== "unknown" && words("release_kinds", told.releaseKind)) };
    case "ruling":
      return { title: words("order_kinds", told.order), detail: joined(termWords(told.term, locale), body(told.court)) };
    case "time":
      return { title: words("adjustment_kinds", told.adjustment), detail: joined(told.to !== null && t("until", { date: date(told.to) }), told.days !== null && t("days", { days: told.days }), told.authority) };
    case "stated":
      return { title: t("stated"), detail: t("says", { who: told.who || t("protected") }) };
    case "allegation":
      return { title: t("alleged", { acts: acts(told.acts) }), detail: joined(t("says", { who: told.who || t("protected") }), told.bodies.length > 0 && t("against", { who: told.bodies.map(body).join(", ") })) };
    case "answer":
      return { title: t("answer", { who: body(told.institution) ?? t("authorities"), answer: words("authority_responses", told.answer) }), detail: joined(t("about", { acts: acts(told.acts) }), told.asked !== null && t("asked", { date: date(told.asked) })) };
    case "complaint":
      return told.outcome === null
        ? { title: t("complaint"), detail: joined(words("complaint_kinds", told.complaint), body(told.institution), told.filedBy && t("filed_by", { who: told.filedBy })) }
        : { title: t("outcome", { outcome: words("complaint_outcomes", told.outcome) }), detail: joined(words("complaint_kinds", told.complaint), body(told.institution)) };
    case "event":
      return { title: told.title, detail: joined(words("event_kinds", told.event), told.end !== null && t("until", { date: date(told.end) }), words("case_event_links", told.link)) };
    case "task":
      return { title: t("task", { what: told.what }), detail: joined(told.by, told.outcome) };
    case "claim":
      return { title: t("claim", { field: words("cited_fields", told.field) }), detail: "" };
  }
}

/** The date of a line as far as known; an instant of the program's own clock in the zone where the organisation works; null where there is none. */
export function lineDate({ when, at }: TimelineEntry, homeZone: string, locale: Locale, compact = false): string | null {
  if (when !== null) return formatUncertain(when, locale, { weekday: !compact, compact });
  return at === null ? null : formatInstant(at, homeZone, locale, { weekday: !compact, compact });
}
