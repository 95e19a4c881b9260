/** How a figure is meant, where the cell itself says so. */
export type FigureBound = "at_least" | "about" | "range";
/** `bound` is null where the cell holds nothing but the number. */
export type Figure = { figure: number; figureTo: number | null; bound: FigureBound | null };
export type FigureRead = { ok: true; value: Figure | null } | { ok: false };

const atLeast = /^(?:>=?|≥|at least|more than|over|min\.?|не менее|не меньше|более(?: чем)?|больше|свыше|минимум|кемінде|кем дегенде)\s*|\s*(?:\+|и более|и больше|or more|және одан (?:да )?көп|-?(?:ден|дан|тен|тан|нен|нан) (?:астам|аса|артық|көп))$/giu;
const about = /^(?:~|≈|about|around|approx\.?|approximately|ca\.?|c\.|около|примерно|порядка|приблизительно|шамамен)\s*|\s*(?:шамасында|шақты|чел(?:овек)? примерно)$/giu;
const people = /\s*(?:чел\.?|человека?|people|persons?|адам)$/iu;

/** A figure as people write it: `1373`, `1 373`, `более 1300`, `~20`, `20–30`, `20-дан астам`. Nothing is guessed from words. */
export function readFigure(cell: string): FigureRead {
  const text = cell.normalize("NFKC").replace(/[\u00a0\u202f]/g, " ").trim();
  if (text === "") return { ok: true, value: null };
  if (text.length > LONGEST) return { ok: false };
  const least = text.replace(people, "").replace(atLeast, "").trim();
  const bare = least.replace(about, "").replace(people, "").trim();
  const bound: FigureBound | null = least !== text.replace(people, "").trim() ? "at_least" : bare !== least.replace(people, "").trim() ? "about" : null;
  const range = /^(\d[\d ']*)\s*[-–—]\s*(\d[\d ']*)$/.exec(bare);
  if (range) {
    const [from, to] = [whole(range[1]), whole(range[2])];
    return from !== null && to !== null && to > from ? { ok: true, value: { figure: from, figureTo: to, bound: "range" } } : { ok: false };
  }
  const figure = whole(bare);
  return figure === null ? { ok: false } : { ok: true, value: { figure, figureTo: null, bound } };
}

const MOST = 10_000_000;
const LONGEST = 60;

/** Digits, with blanks, commas or apostrophes only between groups of three. */
function whole(text: string | undefined): number | null {
  const digits = (text ?? "").trim();
  if (!/^(?:\d{1,8}|\d{1,3}(?:[ ',]\d{3})+)$/.test(digits)) return null;
  const number = Number(digits.replace(/[ ',]/g, ""));
  return number <= MOST ? number : null;
}
