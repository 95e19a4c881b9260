import type { Destination } from "@/lib/model/destination";
import { smallCell } from "@/lib/model/destination";

/** A figure as it is told; null where it is held back. */
export type Told = number | null;

/**
 * A column of figures for a destination. One that was held back alone could be found by subtraction from its sum, so the smallest of the others
 * is held back with it. Zero tells of nobody and stays.
 */
export function toldColumn(figures: readonly number[], destination: Pick<Destination, "profile">): Told[] {
  const told: Told[] = figures.map((figure) => smallCell(figure, destination));
  if (told.filter((figure) => figure === null).length !== 1) return told;
  const least = Math.min(...figures.filter((figure, at) => figure > 0 && told[at] !== null));
  const second = told.findIndex((figure) => figure === least && figure > 0);
  return told.map((figure, at) => (at === second ? null : figure));
}
