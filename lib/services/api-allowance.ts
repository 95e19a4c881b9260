import "server-only";
import { AppError } from "@/lib/model/errors";
import { realNow } from "./clock";

/** How many requests of a kind come back each second, and how many may be saved up. */
const rates = { read: { perSecond: 20, full: 60 }, write: { perSecond: 5, full: 5 } } as const;
export type ApiRate = keyof typeof rates;

/** What the answer tells the program: the most at once, what is left, and seconds until all is back. */
export type ApiAllowance = { limit: number; remaining: number; reset: number };

const MOST_TOKENS = 10_000;

// In memory alone; a restart forgets it, and nobody is harmed by one burst more.
const buckets = new Map<string, { left: number; at: number }>();

/** Takes one request from what a token has left of this kind; throws `rate_limited` with the seconds to wait. */
export function takeRequest(tokenId: string, kind: ApiRate): ApiAllowance {
  const { perSecond, full } = rates[kind];
  const key = `${kind}|${tokenId}`;
  const at = realNow();
  const known = buckets.get(key);
  const left = known ? Math.min(full, known.left + (Math.max(0, at - known.at) / 1000) * perSecond) : full;
  // Put at the end again, so that the first of the map is the one that has been quiet the longest.
  buckets.delete(key);
  buckets.set(key, { left: Math.max(0, left >= 1 ? left - 1 : left), at });
  const [quietest] = buckets.keys();
  if (buckets.size > MOST_TOKENS && quietest !== undefined) buckets.delete(quietest);
  if (left < 1) throw new AppError("rate_limited", { params: { seconds: Math.max(1, Math.ceil((1 - left) / perSecond)), limit: full } });
  return { limit: full, remaining: Math.floor(left - 1), reset: Math.ceil((full - left + 1) / perSecond) };
}

/** Forgets all tokens; for tests. */
export const forgetApiRequests = (): void => buckets.clear();
