import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { hypothesisKey } from "@/lib/model/task-origin";
import type { Hypothesis } from "@/lib/release/estimate-facts";
import { hypothesisWords } from "@/lib/wording/hypothesis-words";

type Props = {
  hypotheses: readonly Hypothesis[];
  sex: string;
  zone: string;
  /** What can be done about one, by its name. */
  action?: (key: string) => ReactNode;
};

/** What the release would imply if it were the end of the term: never facts, each a question that can be asked. */
export function Hypotheses({ hypotheses, sex, zone, action }: Props) {
  const t = useTranslations("release");
  const locale = useLocale() as Locale;
  const told = hypotheses.flatMap((hypothesis) => {
    const words = hypothesisWords(hypothesis, { sex, zone, locale, t });
    return words === null ? [] : [{ key: hypothesisKey(hypothesis), words }];
  });
  if (told.length === 0) return null;
  return (
    <div className="grid gap-2 print:gap-1" data-testid="hypotheses">
      <p className="text-sm font-semibold">{t("hypothesis.title")}</p>
      <ul className="grid gap-2 print:gap-0.5">
        {told.map(({ key, words }) => (
          <li key={key} className="grid gap-x-4 gap-y-1 border-s-2 border-dashed border-edge ps-3 sm:grid-cols-[minmax(0,1fr)_auto]" data-testid="hypothesis">
            <p>{words}</p>
            {action?.(key)}
          </li>
        ))}
      </ul>
    </div>
  );
}
