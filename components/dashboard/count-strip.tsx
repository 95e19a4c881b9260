import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { caseQueryString, type ListView } from "@/lib/model/case-query";
import { CountBoxes, type CountBox } from "./count-boxes";

export type Counts = { held: number; dueToday: number; overdue: number; limits: number; next7: number; termUnknown: number; whereaboutsUnknown: number };

const order = [
  { count: "held", view: "outstanding" },
  { count: "dueToday", view: "due_today" },
  { count: "overdue", view: "overdue" },
  { count: "limits", view: "limits" },
  { count: "next7", view: "next7" },
  { count: "termUnknown", view: "term_unknown" },
  { count: "whereaboutsUnknown", view: "whereabouts_unknown" },
] as const satisfies readonly { count: keyof Counts; view: ListView }[];

type Props = {
  counts: Counts;
  /** The filter that the list below stands at. */
  view: ListView;
};

/** The figures of the morning; each is the filter of the list below. */
export function CountStrip({ counts, view: current }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  const boxes = order.map(({ count, view }): CountBox => ({
    view,
    href: `/${caseQueryString(view === "outstanding" ? {} : { view })}`,
    label: t(`view.${view}`),
    figure: formatCount(counts[count], locale),
  }));
  return <CountBoxes boxes={boxes} current={current} label={t("strip.label")} />;
}
