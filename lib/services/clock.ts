import { env } from "@/lib/env";

/** Real time, for sessions, audit entries and stamps: milliseconds since 1970 UTC. */
export const realNow = (): number => Date.now();

/** The domain's now: what "overdue" is compared with. A fixed clock (drills, tests) moves only this one. */
export function now(): number {
  const fixed = env.fixedNow;
  return fixed ? Date.parse(fixed) : realNow();
}

export const clockIsFixed = (): boolean => env.fixedNow !== undefined;
