import { Hand } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { formatInstant, formatUncertain, formatWindow, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseFrame, ShownOverride } from "./case-facts";

/** Whether a date set by hand is in force. */
export const overrideStands = (override: ShownOverride | null): override is ShownOverride => override !== null && override.ended === null;

/** A date set by hand that stands: who set it, when, why, and what is computed beside it. */
export function OverrideBox({ frame }: { frame: CaseFrame }) {
  const t = useTranslations("estimates.override");
  const locale = useLocale() as Locale;
  const { override, item, estimate, homeZone, caseId } = frame;
  if (!overrideStands(override)) return null;
  const computed = estimate?.basis === "computed" ? formatWindow(estimate.earliest, estimate.latest, item.zone, locale, { weekday: true }) : null;
  const zone = zoneNote(item.zone, homeZone, item.expectedFrom ?? item.expectedTo ?? override.at, locale);
  return (
    <div className="grid content-start gap-1 rounded-lg border-4 border-double border-ink p-3" data-testid="release-override">
      <h3 className="flex items-center gap-2 text-sm text-muted">
        <Hand aria-hidden className="size-4" />
        {t("title")}
      </h3>
      <p className="text-lg font-bold" data-testid="override-when">
        {formatUncertain(override.when, locale, { weekday: true })}
      </p>
      <p className="text-sm">
        {t("set_by", { name: override.author, date: formatInstant(override.at, homeZone, locale) })}
        {zone && ` · ${zone}`}
      </p>
      <p className="whitespace-pre-line wrap-anywhere" data-testid="override-reason">
        {t("because", { reason: override.reason })}
      </p>
      <p className="text-sm text-muted" data-testid="override-computed">
        {computed === null ? t("computed_none") : t("computed", { window: computed })}
      </p>
      {frame.mayOverride && (
        <Link href={`/cases/${caseId}/override`} prefetch={false} className="link print:hidden" data-testid="action-change-override">
          {t("change")}
        </Link>
      )}
    </div>
  );
}

/** Says that the facts ended a date that was set by hand, until somebody sets another or dismisses the notice. */
export function OverrideEnded({ frame }: { frame: CaseFrame }) {
  const t = useTranslations("estimates.override");
  const locale = useLocale() as Locale;
  const { override, caseId, homeZone } = frame;
  if (override?.ended !== "facts_changed") return null;
  return (
    <Alert tone="today" title={t("ended_title")} data-testid="override-ended">
      <p>
        {t("ended", {
          when: formatUncertain(override.when, locale),
          name: override.author,
          date: formatInstant(override.at, homeZone, locale),
          ended: formatInstant(override.endedAt ?? override.at, homeZone, locale),
        })}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{t("because", { reason: override.reason })}</p>
      {frame.mayOverride && (
        <Link href={`/cases/${caseId}/override`} prefetch={false} className="link print:hidden" data-testid="action-after-override">
          {t("after_end")}
        </Link>
      )}
    </Alert>
  );
}

/** The way to the form, for those who may; on a case that has a date set by hand the notices lead there. */
export function OverrideAction({ frame }: { frame: CaseFrame }) {
  const t = useTranslations("estimates.override");
  if (!frame.mayOverride || frame.override !== null) return null;
  return (
    <LinkButton href={`/cases/${frame.caseId}/override`} prefetch={false} variant="quiet" data-testid="action-override">
      {t("set")}
    </LinkButton>
  );
}
