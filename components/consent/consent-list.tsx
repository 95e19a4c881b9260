import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ConsentState } from "@/lib/model/consent";

export type ListedConsent = {
  id: string;
  purpose: string;
  audience: string;
  givenBy: string;
  /** Undefined for readers who may not see it. */
  givenByName?: string;
  form: string;
  given: string;
  expires: string | null;
  note: string;
  state: ConsentState;
  withdrawnAt: number | null;
  withdrawn: string | null;
};

type Props = { personId: string; consents: readonly ListedConsent[]; zone: string; mayWrite: boolean };

/** Every consent as it was recorded, newest first; those taken back stay to be seen. */
export function ConsentList({ personId, consents, zone, mayWrite }: Props) {
  const t = useTranslations("consent");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  if (consents.length === 0) return null;
  return (
    <ul className="grid" data-testid="consents">
      {consents.toReversed().map((each) => {
        const withdrawn = each.withdrawnAt !== null;
        const who = each.givenByName ? `${vocab(`consent_givers.${each.givenBy}`)}, ${each.givenByName}` : vocab(`consent_givers.${each.givenBy}`);
        const facts = [t("given_by", { who }), vocab(`consent_forms.${each.form}`), formatUncertain(each.given, locale), ...(each.expires === null ? [] : [t("state.until", { date: formatUncertain(each.expires, locale) })])];
        return (
          <li key={each.id} className="grid gap-x-4 border-t border-line py-2 first:border-0 sm:grid-cols-[minmax(0,1fr)_auto]" data-testid={`consent-row-${each.state}`}>
            <div className="min-w-0 wrap-anywhere">
              <p className={withdrawn ? "line-through" : undefined}>
                {vocab(`consent_purposes.${each.purpose}`)}: {vocab(`consent_audiences.${each.audience}`)}
              </p>
              <p className="text-sm text-muted">{facts.join(" · ")}</p>
              {each.note && <p className="text-sm whitespace-pre-line text-muted">{each.note}</p>}
              {each.withdrawnAt !== null && (
                <p className="text-sm" data-testid="withdrawn">
                  <strong>{t("withdrawn_on", { date: formatInstant(each.withdrawnAt, zone, locale) })}</strong> {each.withdrawn}
                </p>
              )}
            </div>
            {mayWrite && !withdrawn && (
              <Link href={`/people/${personId}/consents/${each.id}`} prefetch={false} className="link justify-self-start print:hidden" data-testid="action-edit-consent">
                {t("edit")}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
