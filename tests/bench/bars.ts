import type { ReleaseFigures } from "./releasing";
import type { Result } from "./report";

type Bar = { name: string; limit: number; unit: string; value: (result: Result) => number | null; atLeast?: true };

const searches = (result: Result) => Object.entries(result.pages).filter(([name]) => name.startsWith("search,")).map(([, figures]) => figures);
const list = (result: Result) => result.pages["list, 50 outstanding"];
const ratio = (value: number | null | undefined, floor: number | null) => (value && floor ? value / floor : null);

/** What we hold ourselves to with a hundred thousand cases on two cores; docs/performance.md says why. */
const bars: readonly Bar[] = [
  { name: "list p50", limit: 15, unit: "ms", value: (result) => list(result)?.p50 ?? null },
  { name: "list p95", limit: 40, unit: "ms", value: (result) => list(result)?.p95 ?? null },
  { name: "list cpu ÷ bare Next page", limit: 1.6, unit: "x", value: (result) => ratio(list(result)?.cpu, result.floor.next.cpu) },
  { name: "list at eight together", limit: 70, unit: "req/s", atLeast: true, value: (result) => list(result)?.perSecond ?? null },
  { name: "list weight", limit: 60, unit: "kB", value: (result) => (list(result)?.bytes ?? 0) / 1000 },
  { name: "dashboard p50", limit: 25, unit: "ms", value: (result) => result.pages.dashboard?.p50 ?? null },
  { name: "slowest search p50", limit: 25, unit: "ms", value: (result) => Math.max(...searches(result).map((figures) => figures.p50)) },
  { name: "slowest search p95", limit: 60, unit: "ms", value: (result) => Math.max(...searches(result).map((figures) => figures.p95)) },
  { name: "create p50", limit: 8, unit: "ms", value: (result) => result.create.form.p50 },
  { name: "create p95", limit: 25, unit: "ms", value: (result) => result.create.form.p95 },
  { name: "export", limit: 3, unit: "s", value: (result) => result.exports.csv.seconds },
  { name: "export first byte", limit: 200, unit: "ms", value: (result) => result.exports.csv.firstByteMs },
  { name: "export memory growth", limit: 60, unit: "MiB", value: (result) => result.exports.csv.rssGrowthMiB },
  { name: "memory idle", limit: 180, unit: "MiB", value: (result) => result.rssMiB.idle },
  { name: "memory after the run", limit: 400, unit: "MiB", value: (result) => result.rssMiB.after },
];

const releasesPerSecond = 5000;

/** The bar of the release engine, which can be measured alone. */
export const releaseVerdict = ({ simple }: ReleaseFigures): string =>
  `  ${simple >= releasesPerSecond ? "met " : "NOT "}  simple releases: ${simple.toFixed(0)} a second on one core (bar ≥ ${releasesPerSecond})`;

/** One line for each bar: met or not, and by how much. */
export const verdicts = (result: Result): string =>
  bars
    .map(({ name, limit, unit, value, atLeast }) => {
      const measured = value(result);
      if (measured === null) return `  ?     ${name}: not measured`;
      const met = atLeast ? measured >= limit : measured <= limit;
      return `${met ? "  met  " : "  NOT  "} ${name}: ${measured.toFixed(1)} ${unit} (bar ${atLeast ? "≥" : "≤"} ${limit})`;
    })
    .concat(releaseVerdict(result.release))
    .join("\n");
