import { useLocale, useTranslations } from "next-intl";
import type { CaseFrame, ShownMoment } from "@/components/cases/case-facts";
import type { ShownOrder } from "@/components/orders/order-list";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { bandOf, type Band } from "./band-scale";

type Props = { frame: CaseFrame; moments: readonly ShownMoment[]; orders: readonly ShownOrder[] };

const percent = (value: number): string => `${value}%`;

/** A stretch at least as wide as a hair, so that a known minute is seen. */
function Stretch({ band, from, to, y, height, look }: { band: Band; from: number; to: number; y: number; height: number; look: string }) {
  const x = band.at(from);
  return <rect x={percent(x)} y={y} width={percent(Math.max(0.6, band.at(to) - x))} height={height} rx={2} className={look} />;
}

function Legend() {
  const t = useTranslations("cases.band");
  const entries = [
    ["fill-custody", t("custody")],
    ["fill-ink", t("moments")],
    ["fill-muted", t("rulings")],
    ["fill-today", t("window")],
    ["fill-released", t("released")],
    ["fill-overdue", t("past")],
  ] as const;
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {entries.map(([look, word]) => (
        <li key={look} className="inline-flex items-center gap-1.5">
          <svg width="12" height="12">
            <rect width="12" height="12" rx="2" className={look} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

/** The case as a band in time: custody, the moments and rulings on it, the window of release, what was observed, and now. */
export function CustodyBand({ frame, moments, orders }: Props) {
  const t = useTranslations("cases.band");
  const locale = useLocale() as Locale;
  const { item, now } = frame;
  const { expectedFrom, expectedTo, custodyTo } = item;
  const known = moments.flatMap(({ moment }) => {
    const from = moment.earliest ?? moment.latest;
    return moment.withdrawn !== null || from === null ? [] : [{ id: moment.id, kind: moment.kind, from, to: moment.latest ?? from }];
  });
  const rulings = orders.flatMap(({ order }) => {
    if (order.withdrawn !== null || !isUncertainDate(order.date)) return [];
    const { earliest, latest } = boundsOf(order.date, item.zone);
    return earliest === null ? [] : [{ id: order.id, from: earliest, to: latest ?? earliest }];
  });
  const [firstRuling] = rulings;
  const custodyFrom = item.custodyFrom ?? firstRuling?.from ?? null;
  const drawn = [...known.flatMap(({ from, to }) => [from, to]), ...rulings.flatMap(({ from, to }) => [from, to]), expectedFrom, expectedTo];
  const band = bandOf(drawn, item.outstanding && custodyFrom !== null ? now : null);
  if (!band) return null;
  const until = item.outstanding ? now : custodyTo;
  const day = (instant: number) => formatInstant(instant, item.zone, locale, { compact: true }).replace(/, \d\d:\d\d$/, "");
  return (
    <figure className="grid gap-2" data-testid="custody-band">
      <svg role="img" aria-label={t("label")} width="100%" height="84" className="overflow-visible">
        <line x1="0%" x2="100%" y1="36" y2="36" className="stroke-line" strokeWidth="2" />
        {custodyFrom !== null && until !== null && until > custodyFrom && <Stretch band={band} from={custodyFrom} to={until} y={28} height={16} look="fill-custody" />}
        {item.outstanding && expectedTo !== null && custodyFrom !== null && now > expectedTo && <Stretch band={band} from={expectedTo} to={now} y={28} height={16} look="fill-overdue" />}
        {(expectedFrom !== null || expectedTo !== null) && <Stretch band={band} from={expectedFrom ?? expectedTo ?? now} to={expectedTo ?? band.end} y={22} height={28} look="fill-today opacity-70" />}
        {rulings.map(({ id, from, to }) => (
          <Stretch key={id} band={band} from={from} to={to} y={6} height={12} look="fill-muted" />
        ))}
        {known.map(({ id, kind, from, to }) => (
          <Stretch key={id} band={band} from={from} to={to} y={kind === "released" ? 24 : 32} height={kind === "released" ? 24 : 8} look={kind === "released" ? "fill-released" : "fill-ink"} />
        ))}
        {item.outstanding && now >= band.start && now <= band.end && <line x1={percent(band.at(now))} x2={percent(band.at(now))} y1="14" y2="58" className="stroke-ink" strokeWidth="2" strokeDasharray="3 2" />}
        <text x="0%" y="78" className="fill-muted text-sm">
          {day(band.start)}
        </text>
        <text x="100%" y="78" textAnchor="end" className="fill-muted text-sm">
          {day(band.end)}
        </text>
      </svg>
      <figcaption>
        <Legend />
      </figcaption>
    </figure>
  );
}
