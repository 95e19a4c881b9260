/** How many came into custody and how many left it on each day; days are numbered from 1970. */
export type CustodyFlows = { entered: ReadonlyMap<number, number>; left: ReadonlyMap<number, number> };

const DAY_MS = 86_400_000;

/** How many were in custody at the end of each day, oldest first: walked back from `held`, the figure at the end of `lastDay`, as far as `days` days. Dates are YYYY-MM-DD. */
export function custodyDays(held: number, { entered, left }: CustodyFlows, lastDay: number, days: number): { date: string; held: number }[] {
  const told: { date: string; held: number }[] = [];
  let current = held;
  for (let day = lastDay; day > lastDay - days; day--) {
    told.push({ date: new Date(day * DAY_MS).toISOString().slice(0, 10), held: Math.max(0, current) });
    current += (left.get(day) ?? 0) - (entered.get(day) ?? 0);
  }
  return told.reverse();
}
