import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { estimateCauses, type ResultWindow, type Versions } from "@/lib/model/estimate-diff";
import { EstimateChanges, useResultWords, type ShownByHand, type ShownChange } from "./estimate-changes";

export type ShownEstimate = {
  id: string;
  at: number;
  cause: string;
  result: ResultWindow;
  versions: Versions;
  override: ShownByHand | null;
  change: ShownChange | null;
};

/** With what an estimate was made. */
export function VersionLine({ versions }: { versions: Versions }) {
  const t = useTranslations("release");
  return <p className="text-sm text-muted">{t("provenance", { engine: versions.engine, rules: versions.rules, zoneData: versions.zoneData })}</p>;
}

function Entry({ entry, caseId, zone, homeZone }: { entry: ShownEstimate; caseId: string; zone: string; homeZone: string }) {
  const t = useTranslations("estimates");
  const locale = useLocale() as Locale;
  const words = useResultWords(zone);
  const cause = estimateCauses.find((each) => each === entry.cause) ?? "facts";
  return (
    <li className="card grid gap-2" data-testid="estimate">
      <h2 className="flex flex-wrap items-center gap-2 text-base">
        <Link href={`/cases/${caseId}/estimates/${entry.id}`} prefetch={false} className="link" data-testid="action-open-estimate">
          {formatInstant(entry.at, homeZone, locale)}
        </Link>
        <Badge>{t(entry.change === null ? "cause.first" : `cause.${cause}`)}</Badge>
      </h2>
      <p className="font-semibold" data-testid="estimate-result">
        {words(entry.result)}
      </p>
      {entry.change && <EstimateChanges change={entry.change} zone={zone} />}
      <VersionLine versions={entry.versions} />
    </li>
  );
}

/** Every estimate of a case, newest first. */
export function EstimateList({ entries, ...rest }: { entries: readonly ShownEstimate[]; caseId: string; zone: string; homeZone: string }) {
  return (
    <ol className="grid gap-3" data-testid="estimates">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} {...rest} />
      ))}
    </ol>
  );
}
