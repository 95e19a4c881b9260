import type { CustodyStatus } from "./vocabularies";

/** What became of somebody who was taken; `inside` is before the latest reading, `overdue` past it. */
export const eventOutcomes = ["overdue", "inside", "unknown", "late", "on_time", "early", "released", "died"] as const;
export type EventOutcome = (typeof eventOutcomes)[number];

const held: readonly CustodyStatus[] = ["reported", "in_custody", "in_hospital", "due"];

/** Never better than what is known: a release without a verdict is a release and no more. */
export function outcomeOf({ status, verdict }: { status: CustodyStatus; verdict: string | null }): EventOutcome {
  if (status === "overdue" || status === "died") return status;
  if (status === "released") return verdict === "late" || verdict === "on_time" || verdict === "early" ? verdict : "released";
  return held.includes(status) ? "inside" : "unknown";
}
