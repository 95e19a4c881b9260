/** How a count is bounded: `tens`, `hundreds` and `far_more` have no figure. */
export const countBounds = ["exact", "about", "at_least", "at_most", "tens", "hundreds", "far_more"] as const;
export type CountBound = (typeof countBounds)[number];
export type ClaimedCount = { bound: CountBound; figure: number | null };

/** Words before (or, in Kazakh, also after) a figure, in the three languages. */
const words: readonly (readonly [CountBound, RegExp])[] = [
  ["about", /^(?:~|≈|about|around|some|approximately|около|примерно|приблизительно|порядка|шамамен|жуықтап)\s*(\d+)$/],
  ["about", /^(\d+)\s*(?:шамасында|шамалы|шақты|жуық)$/],
  ["at_least", /^(?:≥|>=|at least|not fewer than|no fewer than|не менее|не меньше|минимум|кемінде|кем дегенде)\s*(\d+)$/],
  ["at_least", /^(\d+)\s*(?:\+|кем емес|немесе одан көп)$/],
  ["at_most", /^(?:≤|<=|at most|not more than|up to|не более|не больше|до|ең көбі|көп дегенде)\s*(\d+)$/],
  ["at_most", /^(\d+)\s*(?:артық емес|көп емес)$/],
  ["exact", /^(?:exactly\s*|ровно\s*|дәл\s*)?(\d+)$/],
];
const vague: readonly (readonly [CountBound, RegExp])[] = [
  ["tens", /^(?:dozens|tens|десятки|ондаған)$/],
  ["hundreds", /^(?:hundreds|сотни|жүздеген)$/],
];
const withoutFigure: readonly CountBound[] = ["tens", "hundreds", "far_more"];
const farMore = /^(?:far more|many more|much more|намного больше|гораздо больше|значительно больше|әлдеқайда көп|анағұрлым көп|одан да көп)$/;

/** Reads a count as typed ("26", "about 10", "не менее 24", "кемінде 24", "far more") or as stored; null where it is none. */
export function readCount(typed: string): string | null {
  const text = typed.normalize("NFKC").trim().toLowerCase().replace(/(\d)[\s\u00a0](?=\d{3}\b)/g, "$1");
  const stored = countOf(text);
  if (stored) return text;
  if (farMore.test(text)) return "far_more:";
  const loose = vague.find(([, pattern]) => pattern.test(text));
  if (loose) return `${loose[0]}:`;
  for (const [bound, pattern] of words) {
    const [, figure] = pattern.exec(text) ?? [];
    if (figure !== undefined && figure.length <= 7) return `${bound}:${Number(figure)}`;
  }
  return null;
}

/** A stored count (`exact:26`, `far_more:`) taken apart; null for what is none. */
export function countOf(stored: string): ClaimedCount | null {
  const [, bound = "", figure = ""] = /^([a-z_]+):(\d{0,7})$/.exec(stored) ?? [];
  const known = countBounds.find((each) => each === bound);
  if (!known || (figure === "") !== withoutFigure.includes(known)) return null;
  return { bound: known, figure: figure === "" ? null : Number(figure) };
}

const isVague = ({ bound }: ClaimedCount): boolean => bound === "tens" || bound === "hundreds";

/** Whether two counts cannot both be right; "about" and "far more" leave room, and "dozens" is too loose to contradict. */
export function countsExclude(a: ClaimedCount, b: ClaimedCount): boolean {
  if (isVague(a) || isVague(b)) return false;
  const [low, high] = [Math.max(least(a), least(b)), Math.min(most(a), most(b))];
  return low > high || (a.bound !== b.bound && (a.bound === "far_more" || b.bound === "far_more"));
}

const least = ({ bound, figure }: ClaimedCount): number => (figure === null || bound === "at_most" ? 0 : bound === "about" ? Math.floor(figure * 0.8) : figure);
const most = ({ bound, figure }: ClaimedCount): number => (figure === null || bound === "at_least" ? Infinity : bound === "about" ? Math.ceil(figure * 1.2) : figure);
