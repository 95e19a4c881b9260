import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { findOrganisation, findPlace } from "@/db/queries/organisation";
import { store } from "@/db/store";
import type { CalculatorValues } from "@/lib/model/calculator";
import { AppError, refuse } from "@/lib/model/errors";
import { ANONYMOUS, type Actor } from "@/lib/model/permissions";
import { answerCases, type Answer } from "@/lib/release/answer";
import { calculate, type CalculatorAnswer, type Where } from "@/lib/release/calculate";
import { allow } from "./allow";
import { takeTime, takeTokens } from "./calculator-allowance";
import { refuseBadDate } from "./case-access";
import { now, realNow } from "./clock";
import { zoneData } from "./estimates";
import { activeOverrides } from "./rule-overrides";
import { isZone } from "./zones";

/** Cases of one request that are answered before others get their turn, and that cost a token. */
const AT_ONCE = 20;
export const MOST_CASES = 1000;

/** Whether the organisation lets people use the calculator who have not signed in. */
export async function isCalculatorOpen(): Promise<boolean> {
  return (await findOrganisation((await store()).read))?.calculatorOpen ?? false;
}

async function permit(actor: Actor): Promise<void> {
  if (actor.userId !== ANONYMOUS) return allow(actor, "calculator.use");
  if (!(await isCalculatorOpen())) throw new AppError("forbidden");
}

/** Throws `forbidden` for somebody who has not signed in, unless the organisation opened the calculator; then `rate_limited`. */
export async function admitToCalculator(actor: Actor, network: string): Promise<void> {
  await permit(actor);
  if (actor.userId === ANONYMOUS) takeTokens(network, 1);
}

/** Every reading of a term as typed, by the organisation's own rules for those who have signed in, else by the law alone. Keeps nothing. */
export async function calculateTerm(actor: Actor, input: CalculatorValues, network: string): Promise<CalculatorAnswer> {
  await admitToCalculator(actor, network);
  const began = realNow();
  const where = await whereOf(input);
  refuseBadFacts(input, where.zone);
  const own = actor.userId === ANONYMOUS ? [] : await activeOverrides((await store()).read, where.jurisdiction);
  const calculation = calculate(input, where, own, zoneData());
  if (actor.userId === ANONYMOUS) takeTime(network, realNow() - began);
  return { ...calculation, now: now() };
}

/**
 * The answers to a request of the JSON contract, in its order; `invalid` when it has no list of cases, `too_many` beyond 1,000. The caller
 * has been admitted. Others get their turn in between, however long it takes.
 */
export async function answerRequest(actor: Actor, request: unknown, network: string): Promise<{ answers: Answer[] } | { error: "invalid" | "too_many" }> {
  await permit(actor);
  const cases: unknown = typeof request === "object" && request !== null && "cases" in request ? request.cases : undefined;
  if (!Array.isArray(cases)) return { error: "invalid" };
  if (cases.length > MOST_CASES) return { error: "too_many" };
  if (actor.userId === ANONYMOUS) takeTokens(network, Math.ceil(cases.length / AT_ONCE));
  const answers: Answer[] = [];
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const began = realNow();
    answers.push(...answerCases({ cases: cases.slice(at, at + AT_ONCE) }, zoneData()).answers);
    if (actor.userId === ANONYMOUS) takeTime(network, realNow() - began);
    await turn();
  }
  return { answers };
}

function refuseBadFacts(input: CalculatorValues, zone: string): void {
  for (const field of ["seized", "delivered", "ruling", "secondStart", "stated", "observed"] as const) refuseBadDate(field, input[field], zone);
  if (input.countFrom !== "not_stated" && input[input.countFrom] === null) throw refuse(input.countFrom, "required");
}

/** The place chosen, else the zone typed; without either nothing can be computed. */
async function whereOf({ placeId, zone, country }: CalculatorValues): Promise<Where> {
  if (placeId === null) {
    if (zone === "") throw refuse("zone", "required");
    if (!isZone(zone)) throw refuse("zone", "unknown_option");
    return { zone, jurisdiction: country.toUpperCase() };
  }
  const place = await findPlace((await store()).read, placeId);
  if (!place) throw refuse("placeId", "unknown_option");
  return { zone: place.zone, jurisdiction: place.country };
}
