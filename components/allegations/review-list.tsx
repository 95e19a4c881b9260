import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useSourceName } from "@/components/sources/source-name";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

export type ShownReview = { id: string; at: number; by: string | null; verification: string; ground: string; source: { id: string; title: string } | null };

/** How far an allegation was held to be borne out, newest first, by whom and on what ground. */
export function ReviewList({ reviews, zone }: { reviews: readonly ShownReview[]; zone: string }) {
  const t = useTranslations("allegations.reviews");
  const vocab = useTranslations("vocab.verifications");
  const locale = useLocale() as Locale;
  const sourceName = useSourceName();
  return (
    <ol className="grid gap-3" data-testid="reviews">
      {reviews.map(({ id, at, by, verification, ground, source }) => (
        <li key={id} className="grid gap-1 border-s-2 border-line ps-3 wrap-anywhere">
          <p>
            <strong>{vocab(verification)}</strong> <span className="text-sm text-muted">{t("line", { when: formatInstant(at, zone, locale, { compact: true }), who: by ?? t("somebody") })}</span>
          </p>
          {ground && <p className="whitespace-pre-line">{ground}</p>}
          {source && (
            <p className="text-sm">
              <Link href={`/sources/${source.id}`} prefetch={false} className="link inline-block min-h-6">
                {sourceName(source)}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
