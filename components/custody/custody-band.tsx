import { useLocale, useTranslations } from "next-intl";
import type { CaseFrame, ShownMoment, ShownStated } from "@/components/cases/case-facts";
import type { ShownOrder } from "@/components/orders/order-list";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { bandFacts, type BandFacts } from "./band-facts";
import { BandLegend } from "./band-legend";
import { Cut, MomentMark, NumberMark, StatedMark, Stretch } from "./band-marks";
import { bandLooks } from "./band-looks";
import { rowsFor } from "./band-scale";
import { RulingKey } from "./ruling-key";
import { useBandWords } from "./band-words";

type Props = { frame: CaseFrame; moments: readonly ShownMoment[]; orders: readonly ShownOrder[]; stated: readonly ShownStated[] };

const percent = (value: number): string => `${value}%`;
/** How near two numbers of rulings may stand, in percent of the width of a telephone, and how high a row of them is in pixels. */
const ROOM = 6;
const ROW = 15;

/** The case as a band in time: custody, the moments and rulings on it, what is computed and what is stated, what was observed, and now. */
export function CustodyBand({ frame, moments, orders, stated }: Props) {
  const t = useTranslations("cases.band");
  const words = useBandWords({ frame, stated });
  const facts = bandFacts({ frame, moments, orders, stated });
  if (!facts) return null;
  return (
    <figure className="grid gap-2" data-testid="custody-band">
      <Picture facts={facts} zone={frame.item.zone} label={t("label")} />
      <figcaption className="grid gap-2">
        <BandLegend facts={facts} />
        <p id="band-words" className="text-sm" data-testid="band-words">
          {words.join(" ")}
        </p>
        <RulingKey rulings={facts.rulings.map(({ shown }) => shown)} />
      </figcaption>
    </figure>
  );
}

function Picture({ facts, zone, label }: { facts: BandFacts; zone: string; label: string }) {
  const t = useTranslations("cases.band");
  const locale = useLocale() as Locale;
  const { band, custody, past, window, stated, rulings, moments, released, now } = facts;
  const rows = rowsFor(rulings.map(({ from, to }) => (band.at(from) + band.at(to)) / 2), ROOM);
  const top = rulings.length === 0 ? 0 : ROW * (Math.max(...rows) + 1);
  const lane = top + 62;
  const bottom = lane + (stated.length > 0 ? 32 : 16);
  const day = (instant: number) => formatInstant(instant, zone, locale, { compact: true }).replace(/, \d\d:\d\d$/, "");
  return (
    <svg role="img" aria-label={label} aria-describedby="band-words" width="100%" height={bottom + 6} className="overflow-visible">
      <line x1="0%" x2="100%" y1={top + 36} y2={top + 36} className="stroke-line" strokeWidth="2" />
      {custody && <Stretch band={band} {...custody} y={top + 28} height={16} look={bandLooks.custody} />}
      {past && <Stretch band={band} {...past} y={top + 28} height={16} look={bandLooks.past} />}
      {window && <Stretch band={band} from={window.from} to={window.to} y={top + 22} height={28} look={bandLooks.window} />}
      {rulings.map(({ id, from, to }, at) => (
        <g key={id}>
          <Stretch band={band} from={from} to={to} y={top + 6} height={10} look={bandLooks.rulings} />
          <NumberMark band={band} from={from} to={to} y={top - 3 - ROW * (rows[at] ?? 0)} number={at + 1} />
        </g>
      ))}
      {released.map(({ id, from, to }) => (
        <Stretch key={id} band={band} from={from} to={to} y={top + 24} height={24} look={bandLooks.released} />
      ))}
      {moments.map(({ id, from, to }) => (
        <MomentMark key={id} band={band} from={from} to={to} y={top} />
      ))}
      {stated.map(({ id, from, to }) => (
        <StatedMark key={id} band={band} from={from} to={to} y={lane} />
      ))}
      {band.cut !== null && <Cut at={band.cut} y={top} />}
      {now !== null && <line x1={percent(band.at(now))} x2={percent(band.at(now))} y1={top + 14} y2={lane - 4} className="stroke-ink" strokeWidth="2" strokeDasharray="3 2" />}
      <text x="0%" y={bottom} className="fill-muted text-sm">
        {day(band.start)}
      </text>
      <text x="100%" y={bottom} textAnchor="end" className="fill-muted text-sm">
        {band.cut === null || now === null ? day(band.end) : `${t("now")} · ${day(now)}`}
      </text>
    </svg>
  );
}
