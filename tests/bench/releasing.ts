import { answerCase } from "@/lib/release/answer";

/** Computations in one second of processor time, question by question; `simple` is the mix of those marked so. */
export type ReleaseFigures = { simple: number; each: Record<string, number> };

type Question = { name: string; simple: boolean; inputs: (date: string) => object };

const tz = "Asia/Almaty";
const questions: readonly Question[] = [
  { name: "10 days from a known minute", simple: true, inputs: (date) => ({ tz, start: { precision: "minute", at: `${date}T16:00` }, term: { d: 10 }, convention: "ELAPSED_24H" }) },
  { name: "10 days, the first day counted", simple: true, inputs: (date) => ({ tz, start: { precision: "day", date }, term: { d: 10 }, convention: "INCLUSIVE_DAYS" }) },
  { name: "10 days from a day, by the hour", simple: true, inputs: (date) => ({ tz, start: { precision: "day", date }, term: { d: 10 }, convention: "ELAPSED_24H" }) },
  { name: "2 years 6 months, the first day counted", simple: true, inputs: (date) => ({ tz, start: { precision: "day", date }, term: { y: 2, m: 6 }, convention: "INCLUSIVE_DAYS" }) },
  { name: "4 months from a day, by the hour (hull)", simple: false, inputs: (date) => ({ tz, start: { precision: "day", date }, term: { m: 4 }, convention: "ELAPSED_24H" }) },
  {
    name: "2 years, credit at 3/2, half to serve",
    simple: false,
    inputs: (date) => ({ tz, start: { precision: "day", date }, term: { y: 2 }, convention: "INCLUSIVE_DAYS", fraction: "1/2", credits: [{ from: "2010-01-01", to: "2010-03-31", ratio: "3/2" }] }),
  },
];

const firstDay = Date.UTC(2012, 0, 1);
const dateOf = (turn: number): string => new Date(firstDay + ((turn * 37) % 4380) * 86_400_000).toISOString().slice(0, 10);

function rate(chosen: readonly Question[], seconds: number): number {
  let turn = 0;
  const ask = () => {
    const question = chosen[turn % chosen.length];
    if (question) answerCase({ id: turn, kind: "release", inputs: question.inputs(dateOf(turn)) }, "bench");
    turn++;
  };
  while (turn < 3000) ask();
  const [before, asked, until] = [process.cpuUsage(), turn, performance.now() + seconds * 1000];
  while (performance.now() < until) for (let n = 0; n < 50; n++) ask();
  const { user, system } = process.cpuUsage(before);
  return (turn - asked) / ((user + system) / 1e6);
}

/** Asks the engine the whole question of the contract, checks and trace included, on this one thread; no data is needed. */
export function measureReleases(seconds: number): ReleaseFigures {
  const each = Object.fromEntries(questions.map((question) => [question.name, rate([question], seconds / 3)]));
  return { simple: rate(questions.filter(({ simple }) => simple), seconds), each };
}

export function releaseTable({ simple, each }: ReleaseFigures): string {
  const rows = [...Object.entries(each), ["simple questions mixed", simple] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  return `release engine, computations in a second of one core\n${rows.map(([name, value]) => `${name.padEnd(width)}  ${value.toFixed(0).padStart(7)}`).join("\n")}`;
}
