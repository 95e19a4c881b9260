import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

/** What the log's chain is, where it ends now, and what checking it proves. */
export function ChainNote({ head }: { head: { seq: number; hash: string } }) {
  const t = useTranslations("audit.chain");
  const locale = useLocale() as Locale;
  return (
    <details className="card">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 sm:min-h-9">
        <span className="font-semibold">{t("title")}</span>
        <span className="text-sm text-muted">{t("count", { count: head.seq, shown: formatCount(head.seq, locale) })}</span>
      </summary>
      <div className="grid max-w-prose gap-2 pt-2">
        <p>{t("explain")}</p>
        <p>{t("proves")}</p>
        <p>{t("limits")}</p>
        <p>
          <code className="rounded-sm bg-raised px-1.5 py-0.5 font-mono text-sm">npm run -s audit -- verify</code>
        </p>
        <p className="text-sm text-muted">{t("head")}</p>
        <p>
          <code className="font-mono text-sm wrap-anywhere" data-testid="chain-head">
            {head.hash}
          </code>
        </p>
      </div>
    </details>
  );
}
