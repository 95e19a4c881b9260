import type { Band } from "./band-scale";

const HOUR_MS = 3_600_000;
const percent = (value: number): string => `${value}%`;

type StretchProps = { band: Band; from: number; to: number; y: number; height: number; look: string };

/** A stretch at least as wide as a hair, so that a known minute is seen. */
export function Stretch({ band, from, to, y, height, look }: StretchProps) {
  const x = band.at(from);
  return <rect x={percent(x)} y={y} width={percent(Math.max(0.6, band.at(to) - x))} height={height} rx={2} className={look} />;
}

/** A moment: a dot on the line where it is known to the hour; otherwise a bracket below it, as wide as what is not known. */
export function MomentMark({ band, from, to, y = 0 }: { band: Band; from: number; to: number; y?: number }) {
  const [x1, x2] = [percent(band.at(from)), percent(band.at(to))];
  if (to - from <= HOUR_MS) return <circle cx={x1} cy={y + 36} r="5" className="fill-surface stroke-ink" strokeWidth="2.5" />;
  return (
    <g className="stroke-ink" strokeWidth="2">
      <line x1={x1} x2={x2} y1={y + 54} y2={y + 54} />
      <line x1={x1} x2={x1} y1={y + 49} y2={y + 55} />
      <line x1={x2} x2={x2} y1={y + 49} y2={y + 55} />
    </g>
  );
}

/** What a source states stands on a line of its own, dashed and empty: never to be taken for what is computed. */
export function StatedMark({ band, from, to, y }: { band: Band; from: number; to: number; y: number }) {
  const x = band.at(from);
  return <rect x={percent(x)} y={y} width={percent(Math.max(1.2, band.at(to) - x))} height="10" rx="5" strokeDasharray="3 2" strokeWidth="1.5" className="fill-none stroke-ink" />;
}

/** The number of a ruling above the line, by which the list below the picture names it. */
export function NumberMark({ band, from, to, y, number }: { band: Band; from: number; to: number; y: number; number: number }) {
  return (
    <text x={percent((band.at(from) + band.at(to)) / 2)} y={y} textAnchor="middle" className="fill-ink text-sm font-medium">
      {number}
    </text>
  );
}

/** Two slanted strokes where time is left out. */
export function Cut({ at, y = 0, height = 32 }: { at: number; y?: number; height?: number }) {
  return (
    <svg x={percent(at)} y={y + 20} width="1" height={height} className="overflow-visible" aria-hidden>
      <path d={`M-5 ${height} L1 0 L7 0 L1 ${height} Z`} className="fill-surface" />
      <path d={`M-5 ${height} L1 0 M1 ${height} L7 0`} className="fill-none stroke-edge" strokeWidth="2" />
    </svg>
  );
}
