import { isSmall, withholdInList } from "@/lib/model/small-cells";

/** A line of a ledger; `isPart` where it speaks of some places of the event and not of the whole. */
type Line = { id: string; eventId: string; category: string; attributedTo: string; sourceId: string | null; figure: number | null; figureTo: number | null; isPart: boolean };

/**
 * The ids of lines whose figures do not leave the house: those with a figure from one to four, and so many others of the same counter that what is
 * left of the whole, or a part that is withheld, cannot be worked out.
 */
export function withheldCounts(lines: readonly Line[]): Set<string> {
  const withheld = new Set(lines.flatMap(({ id, figure, figureTo }) => ([figure, figureTo].some(isSmall) ? [id] : [])));
  const counters = Map.groupBy(lines.filter(({ figure }) => figure !== null), ({ eventId, category, attributedTo, sourceId }) => JSON.stringify([eventId, category, attributedTo, sourceId]));
  for (const own of counters.values()) {
    const parts = own.filter(({ isPart }) => isPart);
    const figures = parts.map(({ figure }) => figure ?? 0);
    const added = figures.reduce((sum, figure) => sum + figure, 0);
    for (const whole of own.filter(({ isPart }) => !isPart)) {
      const rest = (whole.figure ?? 0) - added;
      if (parts.length === 0 || rest < 0) continue;
      const shown = withholdInList([...figures, rest]);
      for (const [at, { id }] of parts.entries()) if (shown.parts[at] === null) withheld.add(id);
      if (shown.total === null) withheld.add(whole.id);
    }
  }
  return withheld;
}
