import { useLocale, useTranslations } from "next-intl";
import type { CaseFrame, ShownMoment } from "@/components/cases/case-facts";
import type { ShownOrder } from "@/components/orders/order-list";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { Cut, MomentMark, Stretch } from "./band-marks";
import { bandOf } from "./band-scale";

const legend = {
  custody: "fill-custody",
  moments: "fill-surface stroke-ink",
  rulings: "fill-muted",
  window: "fill-today/30 stroke-today",
  released: "fill-released",
  past: "fill-overdue",
  now: "fill-ink",
} as const;
type Part = keyof typeof legend;

type Props = { frame: CaseFrame; moments: readonly ShownMoment[]; orders: readonly ShownOrder[] };

const percent = (value: number): string => `${value}%`;

/** The words for what is drawn, and only for that. */
function Legend({ shown }: { shown: Record<Part, boolean> }) {
  const t = useTranslations("cases.band");
  const parts = (Object.keys(legend) as Part[]).filter((part) => shown[part]);
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {parts.map((part) => (
        <li key={part} className="inline-flex items-center gap-1.5">
          <svg width="12" height="12">
            <rect x={part === "now" ? 5 : 1} y="1" width={part === "now" ? 2 : 10} height="10" rx={part === "moments" ? 5 : 2} strokeWidth="2" className={legend[part]} />
          </svg>
          {t(part)}
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
  const { expectedFrom, expectedTo, dueSort, custodyTo } = item;
  const known = moments.flatMap(({ moment }) => {
    const from = moment.earliest ?? moment.latest;
    return moment.withdrawn !== null || from === null ? [] : [{ id: moment.id, kind: moment.kind, from, to: moment.latest ?? from }];
  });
  const rulings = orders.flatMap(({ order }) => {
    if (order.withdrawn !== null || !isUncertainDate(order.date)) return [];
    const { earliest, latest } = boundsOf(order.date, item.zone);
    return earliest === null ? [] : [{ id: order.id, from: earliest, to: latest ?? earliest }];
  });
  const begun = [...known, ...rulings].map(({ from }) => from);
  const custodyFrom = item.custodyFrom ?? (begun.length > 0 ? Math.min(...begun) : null);
  const drawn = [...known.flatMap(({ from, to }) => [from, to]), ...rulings.flatMap(({ from, to }) => [from, to]), expectedFrom, expectedTo];
  const band = bandOf(drawn, item.outstanding && custodyFrom !== null ? now : null);
  if (!band) return null;
  const until = item.outstanding ? now : custodyTo;
  const day = (instant: number) => formatInstant(instant, item.zone, locale, { compact: true }).replace(/, \d\d:\d\d$/, "");
  const released = known.filter(({ kind }) => kind === "released");
  const others = known.filter(({ kind }) => kind !== "released");
  const shown = {
    custody: custodyFrom !== null && until !== null && until > custodyFrom,
    moments: others.length > 0,
    rulings: rulings.length > 0,
    window: expectedFrom !== null || expectedTo !== null,
    released: released.length > 0,
    past: item.outstanding && custodyFrom !== null && now > dueSort,
    now: item.outstanding && now >= band.start && now <= band.end,
  };
  return (
    <figure className="grid gap-2" data-testid="custody-band">
      <svg role="img" aria-label={t("label")} width="100%" height="84" className="overflow-visible">
        <line x1="0%" x2="100%" y1="36" y2="36" className="stroke-line" strokeWidth="2" />
        {shown.custody && <Stretch band={band} from={custodyFrom ?? now} to={until ?? now} y={28} height={16} look={legend.custody} />}
        {shown.past && <Stretch band={band} from={dueSort} to={now} y={28} height={16} look={legend.past} />}
        {shown.window && <Stretch band={band} from={expectedFrom ?? expectedTo ?? now} to={expectedTo ?? band.end} y={22} height={28} look={legend.window} />}
        {rulings.map(({ id, from, to }) => (
          <Stretch key={id} band={band} from={from} to={to} y={6} height={10} look={legend.rulings} />
        ))}
        {released.map(({ id, from, to }) => (
          <Stretch key={id} band={band} from={from} to={to} y={24} height={24} look={legend.released} />
        ))}
        {others.map(({ id, from, to }) => (
          <MomentMark key={id} band={band} from={from} to={to} />
        ))}
        {band.cut !== null && <Cut at={band.cut} />}
        {shown.now && <line x1={percent(band.at(now))} x2={percent(band.at(now))} y1="14" y2="58" className="stroke-ink" strokeWidth="2" strokeDasharray="3 2" />}
        <text x="0%" y="78" className="fill-muted text-sm">
          {day(band.start)}
        </text>
        <text x="100%" y="78" textAnchor="end" className="fill-muted text-sm">
          {band.cut === null ? day(band.end) : `${t("now")} · ${day(now)}`}
        </text>
      </svg>
      <figcaption>
        <Legend shown={shown} />
      </figcaption>
    </figure>
  );
}
