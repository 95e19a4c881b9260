import { useLocale, useTranslations } from "next-intl";
import type { PlannedCase, PlannedPerson } from "@/lib/exchange/case-plan";
import type { PlannedEvent, Planned } from "@/lib/exchange/event-plan";
import type { PlannedPlace } from "@/lib/exchange/place-plan";
import { formatCount, formatTerm, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { termOf } from "@/lib/model/ordered-term";

/** What a row would become, in words: its name, the line of facts, and what else is recorded with it. */
export type PlanWords = { title: string; facts: string[]; parts: string[] };

export function usePlanWords(placeName: (place: PlannedPlace) => string): (plan: Planned) => PlanWords {
  const t = useTranslations("imports");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const day = (when: string | null) => (when === null ? t("preview.no_date") : formatUncertain(when, locale, { compact: true }));
  const unlessUnknown = (list: string, value: string) => (value === "unknown" ? [] : [vocab(`${list}.${value}`)]);

  const event = (of: PlannedEvent): PlanWords => ({
    title: of.title,
    facts: [vocab(`event_kinds.${of.kind}`), day(of.start), [placeName(of.place), of.spot].filter(Boolean).join(", ")],
    parts: [
      ...of.counts.map((count) => t("preview.count", { category: vocab(`count_categories.${count.category}`), figure: [count.figure, count.figureTo].filter((each) => each !== null).map((each) => formatCount(each, locale)).join("–"), bound: vocab(`count_bounds.${count.bound}`), who: count.attributedTo })),
      ...(of.organisers.length ? [of.organisers.join(", ")] : []),
      ...unlessUnknown("permits", of.permit),
      ...(of.stations.length ? [t("preview.stations", { count: of.stations.length })] : []),
      ...(of.addresses.length ? [t("preview.sources", { count: of.addresses.length })] : []),
    ],
  });

  const person = (of: PlannedPerson): PlanWords => ({
    title: of.name || t("preview.no_name"),
    facts: [...unlessUnknown("sexes", of.sex), ...(of.birthDate === null ? [] : [t("preview.born", { day: day(of.birthDate) })]), ...[of.nationality, of.occupation, of.affiliation].filter(Boolean)],
    parts: of.otherNames.length ? [of.otherNames.join(", ")] : [],
  });

  const detention = (of: PlannedCase): PlanWords => {
    const term = termOf(of.order?.term ?? null);
    const ruling = of.order && [vocab(`order_kinds.${of.order.kind}`), of.order.date === null ? "" : day(of.order.date), term === null ? "" : formatTerm(term, locale), of.order.court].filter(Boolean).join(", ");
    return {
      title: of.person.name || t("preview.no_name"),
      facts: [placeName(of.place), t("preview.taken", { day: day(of.taken) }), ...(of.released === null ? [] : [t("preview.released", { day: day(of.released) })])],
      parts: [
        ...unlessUnknown("detention_kinds", of.detentionKind),
        ...(ruling ? [ruling] : []),
        ...(of.stated ? [t("preview.stated", { day: day(of.stated.when), who: of.stated.by })] : []),
        ...[of.agency, of.heldAt].filter(Boolean),
      ],
    };
  };

  return (plan) => (plan.kind === "events" ? event(plan.event) : plan.kind === "people" ? person(plan.person) : detention(plan.made));
}
