import { useLocale, useTranslations } from "next-intl";
import { OfferLink } from "@/components/tasks/offer-link";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import { hypothesisKey } from "@/lib/model/task-origin";
import type { Hypothesis } from "@/lib/release/estimate-facts";
import type { CaseFrame } from "./case-facts";
import { hypothesisWords } from "./hypothesis-words";

/** What the release would imply if it were the end of the term: never facts, each a question that can be asked. */
export function Hypotheses({ hypotheses, frame, tasks }: { hypotheses: readonly Hypothesis[]; frame: CaseFrame; tasks: readonly TaskItem[] }) {
  const t = useTranslations("cases");
  const locale = useLocale() as Locale;
  const { sex, zone } = frame.item;
  const told = hypotheses.flatMap((hypothesis) => {
    const words = hypothesisWords(hypothesis, { sex, zone, locale, t });
    return words === null ? [] : [{ key: hypothesisKey(hypothesis), words }];
  });
  if (told.length === 0) return null;
  return (
    <div className="grid gap-2" data-testid="hypotheses">
      <p className="text-sm font-semibold">{t("hypothesis.title")}</p>
      <ul className="grid gap-2">
        {told.map(({ key, words }) => (
          <li key={key} className="grid gap-x-4 gap-y-1 border-s-2 border-dashed border-edge ps-3 sm:grid-cols-[minmax(0,1fr)_auto]" data-testid="hypothesis">
            <p>{words}</p>
            <OfferLink frame={frame} originKey={key} tasks={tasks} offered ask />
          </li>
        ))}
      </ul>
    </div>
  );
}
