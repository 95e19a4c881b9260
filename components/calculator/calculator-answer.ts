import type { Calculation, CalculatorFacts } from "@/lib/release/calculate-facts";

/** What the calculator's action answers; `now` is the instant that "in 3 days" is counted from, `placeId` the place that was chosen. */
export type CalculatorAnswer = { now: number; placeId: string | null; facts: CalculatorFacts; calculation: Omit<Calculation, "trace"> };
