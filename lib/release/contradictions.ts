import { daysBetween, parseDate } from "./clock";
import { ReleaseError } from "./codes";
import type { CaseInput } from "./input";

type Moment = NonNullable<CaseInput["start"]>;
type Place = "at" | "date" | "from" | "to" | "month" | "notAfter";

const places = ["at", "date", "from", "to", "month", "notAfter"] as const;
/** The keys that say where a moment lies, for each precision; `notAfter` may be written as a date too. */
const placesOf: Record<NonNullable<Moment["precision"]>, readonly Place[]> = {
  minute: ["at"],
  day: ["date"],
  range: ["from", "to"],
  month: ["month"],
  notAfter: ["notAfter", "date"],
};

const refuse = (key: string): never => {
  throw new ReleaseError("CONTRADICTORY_KEYS", key);
};

function inferred(given: readonly Place[]): keyof typeof placesOf | null {
  const [first] = given;
  if (first === "at") return "minute";
  if (first === "date") return "day";
  if (first === "from" || first === "to") return "range";
  return first ?? null;
}

/** A moment lies in one place: the precision names the keys, and no other key may stand beside them. */
function checkMoment(moment: Moment, key: string): void {
  const given = places.filter((place) => moment[place] !== undefined);
  const precision = moment.precision ?? inferred(given);
  if (precision === null) return;
  const fitting = given.filter((place) => placesOf[precision].includes(place));
  if (given.length > 0 && fitting.length === 0) refuse(`${key}.precision`);
  const surplus = given.find((place) => !fitting.includes(place));
  if (surplus !== undefined) refuse(`${key}.${surplus}`);
  if (precision === "notAfter" && fitting.length > 1 && moment.notAfter !== moment.date) refuse(`${key}.date`);
  if (moment.fold !== undefined && precision !== "minute") refuse(`${key}.fold`);
}

function checkStated(stated: NonNullable<CaseInput["statedRelease"]>): void {
  const { date, at, precision } = stated;
  if (date !== undefined && at !== undefined && !at.startsWith(date)) refuse("statedRelease.at");
  if ((precision === "minute" && at === undefined && date !== undefined) || (precision === "day" && date === undefined && at !== undefined)) {
    refuse("statedRelease.precision");
  }
}

type Stretch = { from?: string | undefined; to?: string | undefined; fromAt?: string | undefined; toAt?: string | undefined; days?: number | undefined };

/** A stretch of time is given once: by dates, by instants or by a number of days; dates and a number that agree are one fact. */
function checkStretch({ from, to, fromAt, toAt, days }: Stretch, key: string): void {
  const [dated, timed] = [from !== undefined || to !== undefined, fromAt !== undefined || toAt !== undefined];
  if (dated && timed) refuse(fromAt !== undefined ? `${key}.fromAt` : `${key}.toAt`);
  if (days === undefined || (!dated && !timed)) return;
  if (timed || from === undefined || to === undefined) refuse(`${key}.days`);
  else if (daysBetween(parseDate(from, `${key}.from`), parseDate(to, `${key}.to`)) + 1 !== days) refuse(`${key}.days`);
}

function checkOrders({ orders, start, term }: CaseInput): void {
  if (!orders || orders.length === 0) return;
  if (term !== undefined && term !== null) refuse("term");
  const eachHasOwn = orders.every((order) => order.start !== undefined && order.start !== null);
  if (start && eachHasOwn && JSON.stringify(start) !== JSON.stringify(orders[0]?.start)) refuse("start");
}

/** Refuses keys that say two different things about one fact (`CONTRADICTORY_KEYS`, with the path of the key at fault). */
export function checkContradictions(input: CaseInput): void {
  const { tz, tzCandidates = [], start, event, observedRelease, statedRelease, moments = {}, orders = [], modification } = input;
  if (typeof tz === "string" && tzCandidates.length > 0 && !tzCandidates.includes(tz)) refuse("tzCandidates");
  if (start) checkMoment(start, "start");
  if (event) checkMoment(event, "event");
  if (observedRelease) checkMoment(observedRelease, "observedRelease");
  if (statedRelease) checkStated(statedRelease);
  for (const [kind, moment] of Object.entries(moments)) if (moment && typeof moment !== "string") checkMoment(moment, `moments.${kind}`);
  orders.forEach((order, i) => order.start && checkMoment(order.start, `orders.${i}.start`));
  checkOrders(input);
  if (input.term && input.termOptions && input.termOptions.length > 0) refuse("termOptions");
  input.credits?.forEach((credit, i) => checkStretch(credit, `credits.${i}`));
  input.interruptions?.forEach((interruption, i) => checkStretch(interruption, `interruptions.${i}`));
  if (modification?.annulled && modification.newTerm !== undefined) refuse("modification.newTerm");
}
