import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CaseStatus } from "@/components/cases/case-status";
import { ReleaseWhen } from "@/components/cases/release-when";
import { LegendMark } from "@/components/custody/band-legend";
import { bandLooks, type BandPart } from "@/components/custody/band-looks";
import { Cut, Stretch } from "@/components/custody/band-marks";
import { bandOf, type Band } from "@/components/custody/band-scale";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { REVOLVING_DAYS, type DetentionFlags } from "@/lib/model/custody-history";
import { DetentionFlagPills } from "./detention-flags";

type Item = CaseSummary & { detentionKind: string };
type Props = { items: readonly Item[]; flags: readonly DetentionFlags[]; now: number; zone: string };

/** All detentions of a person on one axis of time, one row each, with what makes them follow one another. */
export function CustodyHistory({ items, flags, now, zone }: Props) {
  const t = useTranslations("timeline.history");
  const locale = useLocale() as Locale;
  const rows = items.toSorted((a, b) => (a.custodyFrom ?? a.custodyTo ?? Infinity) - (b.custodyFrom ?? b.custodyTo ?? Infinity) || a.reference.localeCompare(b.reference));
  const held = rows.some(({ outstanding }) => outstanding);
  const band = bandOf(rows.flatMap(({ custodyFrom, custodyTo }) => [custodyFrom, custodyTo]), held ? now : null);
  const parts: BandPart[] = ["custody", ...(rows.some((item) => item.outstanding && now > item.dueSort) ? (["past"] as const) : []), ...(rows.some(({ custodyTo }) => custodyTo !== null) ? (["released"] as const) : [])];
  const day = (instant: number) => formatInstant(instant, zone, locale, { compact: true }).replace(/, \d\d:\d\d$/, "");
  const last = band && (band.cut === null ? day(band.end) : day(now));
  return (
    <figure className="grid gap-3" data-testid="custody-history">
      <ol className="grid gap-3">
        {rows.map((item) => (
          <Row key={item.id} item={item} flags={flags.find(({ id }) => id === item.id)} band={band} now={now} zone={zone} />
        ))}
      </ol>
      {band && (
        <div aria-hidden className="grid gap-1 text-sm text-muted">
          <p className="flex justify-between gap-4">
            <span>{day(band.start)}</span>
            <span>{last}</span>
          </p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {parts.map((part) => (
              <Legend key={part} part={part} />
            ))}
          </ul>
        </div>
      )}
      <figcaption className="text-sm" data-testid="history-words">
        {sentences(flags, t).join(" ")}
      </figcaption>
    </figure>
  );
}

function Legend({ part }: { part: BandPart }) {
  const t = useTranslations("cases.band");
  return (
    <li className="inline-flex items-center gap-1.5">
      <LegendMark part={part} />
      {t(part)}
    </li>
  );
}

type Words = ReturnType<typeof useTranslations>;

/** What the picture shows: how many, how often soon after a release, how often within a year, each with what is only possible. */
function sentences(flags: readonly DetentionFlags[], t: Words): string[] {
  const certain = flags.filter(({ again }) => again?.certain).length;
  const possible = flags.filter(({ again }) => again !== null).length - certain;
  const year = flags.filter(({ withinYear }) => withinYear.least > 1).length;
  const perhaps = flags.filter(({ withinYear }) => withinYear.most > 1).length - year;
  return [
    t("says.count", { count: flags.length }),
    ...(certain > 0 ? [t("says.again", { count: certain, limit: REVOLVING_DAYS })] : []),
    ...(possible > 0 ? [t("says.again_unsure", { count: possible, limit: REVOLVING_DAYS })] : []),
    ...(year > 0 ? [t("says.year", { count: year })] : []),
    ...(perhaps > 0 ? [t("says.year_unsure", { count: perhaps })] : []),
    ...(year + perhaps > 0 ? [t("says.law")] : []),
  ];
}

function Row({ item, flags, band, now, zone }: { item: Item; flags: DetentionFlags | undefined; band: Band | undefined; now: number; zone: string }) {
  const t = useTranslations("timeline.history");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const { custodyFrom, custodyTo, outstanding, dueSort, seizedText, releasedText } = item;
  const from = formatUncertain(seizedText, locale, { compact: true });
  const to = outstanding ? t("until_now") : formatUncertain(releasedText, locale, { compact: true });
  const until = outstanding ? now : (custodyTo ?? custodyFrom);
  return (
    <li className="grid gap-1" data-testid={`history-${item.reference}`}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/cases/${item.id}`} prefetch={false} className="link tabular-nums">
          {item.reference}
        </Link>
        {item.detentionKind !== "unknown" && <span className="text-sm">{vocab(`detention_kinds.${item.detentionKind}`)}</span>}
        <span className="text-sm tabular-nums">{t("from_to", { from, to })}</span>
        <CaseStatus status={item.status} />
        <DetentionFlagPills flags={flags} />
      </p>
      {outstanding && (
        <div className="text-sm">
          <ReleaseWhen item={item} now={now} viewerZone={zone} />
        </div>
      )}
      {band && (
        <svg aria-hidden width="100%" height="18" className="overflow-visible">
          <line x1="0%" x2="100%" y1="9" y2="9" className="stroke-line" strokeWidth="2" />
          {custodyFrom !== null && until !== null && <Stretch band={band} from={custodyFrom} to={until} y={2} height={14} look={bandLooks.custody} />}
          {outstanding && custodyFrom !== null && now > dueSort && <Stretch band={band} from={dueSort} to={now} y={2} height={14} look={bandLooks.past} />}
          {custodyTo !== null && <Stretch band={band} from={custodyTo} to={custodyTo} y={0} height={18} look={bandLooks.released} />}
          {band.cut !== null && <Cut at={band.cut} y={-20} height={18} />}
        </svg>
      )}
    </li>
  );
}
