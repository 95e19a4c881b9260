import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { TimelineEntry } from "@/lib/model/timeline";
import { lineDate, lineWords } from "@/lib/wording/line-words";

type Props = { caseId: string; entries: readonly TimelineEntry[]; homeZone: string; paper: boolean };

/** The newest of what happened beside the moments listed above, one line each, and the way to everything in order of time. */
export function Lately({ caseId, entries, homeZone, paper }: Props) {
  const t = useTranslations("timeline");
  const words = useTranslations("timeline.line");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  return (
    <div className="grid gap-1 border-t border-line pt-3" data-testid="lately">
      {entries.length > 0 && (
        <>
          <h3 className="text-sm text-muted">{t("lately")}</h3>
          <ul className="grid gap-1 text-sm">
            {entries.map((entry) => {
              const { title, detail } = lineWords(entry.told, words, vocab, locale);
              return (
                <li key={entry.id} className="grid gap-x-4 wrap-anywhere sm:grid-cols-[14rem_minmax(0,1fr)]">
                  <span className="text-muted tabular-nums">{lineDate(entry, homeZone, locale, true)}</span>
                  <span className="min-w-0">
                    {title}
                    {detail && <span className="text-muted"> · {detail}</span>}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {!paper && (
        <Link href={`/cases/${caseId}/timeline`} prefetch={false} className="link inline-flex min-h-6 items-center justify-self-start print:hidden" data-testid="action-timeline">
          {t("open")}
        </Link>
      )}
    </div>
  );
}
