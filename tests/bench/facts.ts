import { Temporal } from "temporal-polyfill";
import type { MomentKind } from "@/lib/model/vocabularies";
import type { Random } from "./random";

/** The domain's "now" of every run, so that what is due and overdue is the same on every machine and day. */
export const BENCH_NOW = "2026-11-20T05:30:00Z";
const FIRST_DAY = Temporal.PlainDate.from("2019-01-01");
const LAST_DAY = Temporal.PlainDate.from("2026-11-19");
const DAYS = FIRST_DAY.until(LAST_DAY).days;

export type InventedMoment = { kind: MomentKind; when: string | null; releaseKind: string | null };
export type InventedOrder = { kind: string; date: string; amount: number; unit: "d" | "m" | "y" };
/** What happened in one case, in local dates as far as known. */
export type InventedStory = { day: Temporal.PlainDate; detentionKind: string; moments: InventedMoment[]; order: InventedOrder | null; stated: string | null };

const two = (value: number) => String(value).padStart(2, "0");

/** The story at `position` in [0, 1) of the years covered, oldest first. About a tenth of all are still inside. */
export function inventStory(random: Random, position: number): InventedStory {
  const day = FIRST_DAY.add({ days: Math.floor(position * DAYS) });
  const order = inventOrder(random, day);
  const moments: InventedMoment[] = [{ kind: "seized", when: asFarAsKnown(random, day), releaseKind: null }];
  if (random.chance(0.8)) moments.push({ kind: "admitted", when: random.chance(0.7) ? day.toString() : null, releaseKind: null });
  if (random.chance(0.1)) moments.push({ kind: "transferred", when: day.add({ days: 2 }).toString(), releaseKind: null });
  const due = order ? day.add(order.unit === "d" ? { days: order.amount } : order.unit === "m" ? { months: order.amount } : { years: order.amount }) : day.add({ days: random.whole(1, 20) });
  const isOut = Temporal.PlainDate.compare(due, LAST_DAY) < 0 && random.chance(order ? 0.96 : 0.8);
  if (isOut) moments.push({ kind: "released", when: random.chance(0.8) ? due.toString() : due.toString().slice(0, 7), releaseKind: random.chance(0.8) ? "term_served" : "unknown" });
  else if (random.chance(0.04) && Temporal.PlainDate.compare(day.add({ days: 3 }), LAST_DAY) < 0) moments.push({ kind: "contact_lost", when: day.add({ days: 3 }).toString(), releaseKind: null });
  const detentionKind = order === null ? random.pick(["administrative_detention", "unknown"]) : order.kind === "remand" ? "remand" : order.kind === "sentence" ? "imprisonment" : "administrative_arrest";
  return { day, detentionKind, moments, order, stated: random.chance(0.2) ? due.add({ days: random.whole(-1, 1) }).toString() : null };
}

function inventOrder(random: Random, day: Temporal.PlainDate): InventedOrder | null {
  const drawn = random.next();
  const date = day.add({ days: random.whole(0, 1) });
  const spoken = (Temporal.PlainDate.compare(date, LAST_DAY) > 0 ? day : date).toString();
  if (drawn < 0.15) return null;
  if (drawn < 0.25) return { kind: "remand", date: spoken, amount: 2, unit: "m" };
  if (drawn < 0.3) return { kind: "sentence", date: spoken, amount: random.whole(1, 7), unit: "y" };
  return { kind: "administrative_arrest", date: spoken, amount: random.whole(3, 20), unit: "d" };
}

function asFarAsKnown(random: Random, day: Temporal.PlainDate): string | null {
  const drawn = random.next();
  if (drawn < 0.02) return null;
  if (drawn < 0.05) return `${day.toString()}/${day.add({ days: 2 }).toString()}`;
  if (drawn < 0.4) return day.toString();
  return `${day.toString()}T${two(random.whole(7, 22))}:${two(random.whole(0, 59))}`;
}
