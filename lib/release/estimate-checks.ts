import { checkWeekday } from "./compare-facts";
import type { CaseFacts } from "./estimate-facts";
import type { Combined } from "./estimate-orders";
import { deprivationOf, known } from "./estimate-start";
import type { Warnings } from "./facts";
import { boundsOfSpan, endsBefore } from "./spans";

const exactDay = /^\d{4}-\d\d-\d\d(?=$|T|~)/;

/** Facts that contradict one another: a weekday that its date does not have, a ruling that comes before custody began. */
export function checkFacts(facts: CaseFacts, { sentences }: Combined, warnings: Warnings): void {
  const read = (when: string | null) => known("fact", when, facts.zone, new Set()).map(({ span }) => span);
  for (const { when, weekday } of facts.stated) {
    const date = exactDay.exec(when)?.[0];
    if (date !== undefined && weekday !== undefined && read(when).length > 0) checkWeekday({ date, weekday }, facts.zone, warnings);
  }
  const begin = deprivationOf(facts);
  if (!begin) return;
  const rulings = [...facts.moments.filter(({ kind }) => kind === "ruling").map(({ when }) => when), sentences[0]?.order.date ?? null].flatMap(read);
  const edge = boundsOfSpan(begin, facts.zone);
  if (rulings.some((ruling) => endsBefore(boundsOfSpan(ruling, facts.zone), edge))) warnings.add("EVENT_BEFORE_START");
}
