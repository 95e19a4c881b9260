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
export function MomentMark({ band, from, to }: { band: Band; from: number; to: number }) {
  const [x1, x2] = [percent(band.at(from)), percent(band.at(to))];
  if (to - from <= HOUR_MS) return <circle cx={x1} cy="36" r="5" className="fill-surface stroke-ink" strokeWidth="2.5" />;
  return (
    <g className="stroke-ink" strokeWidth="2">
      <line x1={x1} x2={x2} y1="54" y2="54" />
      <line x1={x1} x2={x1} y1="49" y2="55" />
      <line x1={x2} x2={x2} y1="49" y2="55" />
    </g>
  );
}

/** Two slanted strokes where time is left out. */
export function Cut({ at }: { at: number }) {
  return (
    <svg x={percent(at)} y="20" width="1" height="32" className="overflow-visible" aria-hidden>
      <path d="M-5 32 L1 0 L7 0 L1 32 Z" className="fill-surface" />
      <path d="M-5 32 L1 0 M1 32 L7 0" className="fill-none stroke-edge" strokeWidth="2" />
    </svg>
  );
}
