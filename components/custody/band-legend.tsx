import { useTranslations } from "next-intl";
import type { BandFacts } from "./band-facts";
import { bandLooks, type BandPart } from "./band-looks";

/** One part of the picture, as small as a letter. */
export function LegendMark({ part }: { part: BandPart }) {
  const dashed = part === "stated" ? { strokeDasharray: "3 2", strokeWidth: 1.5 } : { strokeWidth: 2 };
  return (
    <svg width="12" height="12" aria-hidden>
      <rect x={part === "now" ? 5 : 1} y="1" width={part === "now" ? 2 : 10} height="10" rx={part === "moments" || part === "stated" ? 5 : 2} {...dashed} className={bandLooks[part]} />
    </svg>
  );
}

/** The words for what is drawn, and only for that. */
export function BandLegend({ facts }: { facts: BandFacts }) {
  const t = useTranslations("cases.band");
  const shown: Record<BandPart, boolean> = {
    custody: facts.custody !== null,
    moments: facts.moments.length > 0,
    rulings: facts.rulings.length > 0,
    window: facts.window !== null,
    stated: facts.stated.length > 0,
    released: facts.released.length > 0,
    past: facts.past !== null,
    now: facts.now !== null,
  };
  const word = (part: BandPart) => t(part === "window" && facts.window?.basis === "override" ? "by_hand" : part);
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {(Object.keys(bandLooks) as BandPart[])
        .filter((part) => shown[part])
        .map((part) => (
          <li key={part} className="inline-flex items-center gap-1.5">
            <LegendMark part={part} />
            {word(part)}
          </li>
        ))}
    </ul>
  );
}
