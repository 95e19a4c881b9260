import type { CaseFrame, ShownMoment, ShownStated } from "@/components/cases/case-facts";
import type { ShownOrder } from "@/components/orders/order-list";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { bandOf, type Band } from "./band-scale";

/** Something to be drawn: instants in milliseconds, the later one exclusive. */
export type Mark = { id: string; from: number; to: number };

export type BandFacts = {
  band: Band;
  custody: { from: number; to: number } | null;
  past: { from: number; to: number } | null;
  /** Computed or set by hand; what a source states alone is never drawn like it. */
  window: { from: number; to: number; basis: "computed" | "override" } | null;
  stated: Mark[];
  rulings: (Mark & { shown: ShownOrder })[];
  moments: Mark[];
  released: Mark[];
  now: number | null;
};

type Props = { frame: CaseFrame; moments: readonly ShownMoment[]; orders: readonly ShownOrder[]; stated: readonly ShownStated[] };

/** What of a case can be drawn in time; undefined where no instant is known. */
export function bandFacts({ frame: { item, now }, moments, orders, stated }: Props): BandFacts | undefined {
  const { expectedFrom, expectedTo, expectedBasis, dueSort, custodyTo, outstanding, zone } = item;
  const known = moments.flatMap(({ moment }) => {
    const from = moment.earliest ?? moment.latest;
    return moment.withdrawn !== null || from === null ? [] : [{ id: moment.id, kind: moment.kind, from, to: moment.latest ?? from }];
  });
  const rulings = orders.flatMap((shown) => markOf(shown.order.id, shown.order.withdrawn, shown.order.date, zone).map((mark) => ({ ...mark, shown })));
  const said = stated.flatMap(({ stated: each }) => markOf(each.id, each.withdrawn, each.when, zone));
  const begun = [...known, ...rulings].map(({ from }) => from);
  const custodyFrom = item.custodyFrom ?? (begun.length > 0 ? Math.min(...begun) : null);
  const basis = expectedBasis === "override" ? "override" : "computed";
  const window = expectedBasis === "stated" || (expectedFrom === null && expectedTo === null) ? null : { from: expectedFrom, to: expectedTo };
  const drawn = [...[...known, ...rulings, ...said].flatMap(({ from, to }) => [from, to]), window?.from ?? null, window?.to ?? null];
  const band = bandOf(drawn, outstanding && custodyFrom !== null ? now : null);
  if (!band) return undefined;
  const until = outstanding ? now : custodyTo;
  return {
    band,
    custody: custodyFrom !== null && until !== null && until > custodyFrom ? { from: custodyFrom, to: until } : null,
    past: outstanding && custodyFrom !== null && now > dueSort ? { from: dueSort, to: now } : null,
    window: window && { from: window.from ?? window.to ?? now, to: window.to ?? band.end, basis },
    stated: said,
    rulings,
    moments: known.filter(({ kind }) => kind !== "released"),
    released: known.filter(({ kind }) => kind === "released"),
    now: outstanding && now >= band.start && now <= band.end ? now : null,
  };
}

function markOf(id: string, withdrawn: string | null, when: string | null, zone: string): Mark[] {
  if (withdrawn !== null || !isUncertainDate(when)) return [];
  const { earliest, latest } = boundsOf(when, zone);
  const from = earliest ?? latest;
  return from === null ? [] : [{ id, from, to: latest ?? from }];
}
