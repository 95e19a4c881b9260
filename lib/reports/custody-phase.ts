import type { OutCase } from "@/lib/model/outgoing";

/** A stretch of time that a report is about; `before` is excluded and never later than now. */
export type Period = { from: number | null; before: number };

/** Where a case stands to a period. What is not known belongs to none: a beginning that nobody knows is not "new". */
export type Phase = { isNew: boolean; isReleased: boolean; isHeld: boolean; isOverdue: boolean };

type Facts = Pick<OutCase, "custodyFrom" | "custodyTo" | "outstanding" | "overdueFrom">;

/** Reads the exact record of the house, whatever the destination is told: only figures may be made of it. */
export function phaseOf({ custodyFrom, custodyTo, outstanding, overdueFrom }: Facts, { from, before }: Period): Phase {
  const within = (at: number | null) => at !== null && (from === null || at >= from) && at < before;
  const begun = custodyFrom === null || custodyFrom < before;
  const isHeld = begun && (outstanding || (custodyTo !== null && custodyTo >= before));
  return { isNew: from !== null && within(custodyFrom), isReleased: !outstanding && within(custodyTo), isHeld, isOverdue: isHeld && overdueFrom !== null && overdueFrom < before };
}
