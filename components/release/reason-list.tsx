import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { Reason } from "@/lib/release/explain";
import { reasonText } from "@/lib/wording/reason-words";

/** Turns a reason into a sentence of the reader's language, its dates and instants in the zone of the place. */
export function useReasonText(zone: string): (reason: Reason) => string {
  const words = { release: useTranslations("release"), law: useTranslations("law"), locale: useLocale() as Locale, zone };
  return (reason) => reasonText(reason, words);
}

/** The reasons of a result as sentences, in the order in which they are read. */
export function ReasonList({ reasons, zone }: { reasons: readonly Reason[]; zone: string }) {
  const text = useReasonText(zone);
  return (
    <ol className="grid list-decimal gap-1 ps-5" data-testid="reasons">
      {reasons.map((reason, position) => (
        <li key={`${reason.key}/${position}`}>{text(reason)}</li>
      ))}
    </ol>
  );
}
