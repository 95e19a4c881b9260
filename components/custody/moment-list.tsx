import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CaseFrame, ShownMoment } from "@/components/cases/case-facts";
import { Withdrawn } from "@/components/cases/withdrawn";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { formatUncertain, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

function Moment({ frame, shown: { moment, institution } }: { frame: CaseFrame; shown: ShownMoment }) {
  const t = useTranslations("cases.moment");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const withdrawn = moment.withdrawn !== null;
  const zone = moment.earliest === null ? null : zoneNote(frame.item.zone, frame.homeZone, moment.earliest, locale);
  return (
    <li className="grid gap-x-4 border-t border-line py-2 first:border-0 sm:grid-cols-[14rem_minmax(0,1fr)_auto]" data-testid={`moment-${moment.kind}`}>
      <span className={withdrawn ? "text-muted tabular-nums line-through" : "text-muted tabular-nums"}>
        {moment.when === null ? t("when_unknown") : formatUncertain(moment.when, locale, { weekday: true })}
        {zone && <span className="block text-sm">{zone}</span>}
      </span>
      <span className="min-w-0 wrap-anywhere">
        <span className={withdrawn ? "line-through" : undefined}>
          <strong>{vocab(`moment_kinds.${moment.kind}`)}</strong>
          {institution && (
            <>
              {" · "}
              <InstitutionLink of={institution} />
            </>
          )}
          {moment.releaseKind && moment.releaseKind !== "unknown" && ` · ${vocab(`release_kinds.${moment.releaseKind}`)}`}
        </span>
        {moment.note && <span className="block text-sm whitespace-pre-line text-muted">{moment.note}</span>}
        <Withdrawn reason={moment.withdrawn} />
      </span>
      {frame.editable && !withdrawn && (
        <Link href={`/cases/${frame.caseId}/moments/${moment.id}`} prefetch={false} className="link justify-self-start print:hidden" data-testid={`action-edit-moment-${moment.kind}`}>
          {t("edit")}
        </Link>
      )}
    </li>
  );
}

/** The custody moments in time order; those taken back stay to be seen. */
export function MomentList({ frame, moments }: { frame: CaseFrame; moments: readonly ShownMoment[] }) {
  const t = useTranslations("cases.moment");
  if (moments.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ol data-testid="moments">
      {moments.map((shown) => (
        <Moment key={shown.moment.id} frame={frame} shown={shown} />
      ))}
    </ol>
  );
}
