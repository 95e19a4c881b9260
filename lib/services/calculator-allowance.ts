import "server-only";
import { AppError } from "@/lib/model/errors";
import { realNow } from "./clock";

/** Tokens that a network may save up, how many come back each second, and how deep computing may take it into debt. */
const FULL = 60;
const PER_SECOND = 1;
const DEEPEST = -300;
const MS_PER_TOKEN = 100;
const MOST_NETWORKS = 10_000;

type Bucket = { tokens: number; at: number };

// In memory alone: nothing about who asked is kept anywhere, and a restart forgets it.
const buckets = new Map<string, Bucket>();

function bucketOf(network: string): Bucket {
  const at = realNow();
  const known = buckets.get(network);
  const since = known ? Math.max(0, at - known.at) / 1000 : 0;
  const bucket = { tokens: known ? Math.min(FULL, known.tokens + since * PER_SECOND) : FULL, at };
  // Put at the end again, so that the first of the map is the one that has been quiet the longest.
  buckets.delete(network);
  buckets.set(network, bucket);
  const [quietest] = buckets.keys();
  if (buckets.size > MOST_NETWORKS && quietest !== undefined) buckets.delete(quietest);
  return bucket;
}

/** Takes tokens for a request of somebody who has not signed in; throws `rate_limited` with the seconds to wait. */
export function takeTokens(network: string, tokens: number): void {
  const bucket = bucketOf(network);
  if (bucket.tokens < tokens) throw new AppError("rate_limited", { params: { seconds: Math.ceil((tokens - bucket.tokens) / PER_SECOND) } });
  bucket.tokens -= tokens;
}

/** Takes what a request cost beyond that: a token for each tenth of a second that was computed. The next request waits until it is paid back. */
export function takeTime(network: string, ms: number): void {
  const bucket = bucketOf(network);
  bucket.tokens = Math.max(DEEPEST, bucket.tokens - Math.floor(ms / MS_PER_TOKEN));
}

/** Forgets all networks; for tests. */
export const forgetAllowances = (): void => buckets.clear();
