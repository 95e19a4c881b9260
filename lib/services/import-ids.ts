import "server-only";
import { randomHex } from "@/lib/vault/random";

const COUNTER_BITS = 28;

/**
 * Ids for the records of one batch: UUIDs of version 8 (RFC 9562) that begin with the same 32 random bits and count on from there, with 62
 * random bits behind. Ids that lie beside each other keep the indexes of a batch together: a transaction writes half of the pages
 * that it writes under ids without an order. Unlike ids of version 7 they tell no time.
 */
export function batchIds(): () => string {
  const head = randomHex().slice(0, 8);
  let count = 0;
  return () => {
    if (count >= 2 ** COUNTER_BITS) throw new Error("more records than a batch has ids for");
    const counted = (count++).toString(16).padStart(COUNTER_BITS / 4, "0");
    const tail = randomHex();
    const variant = "89ab"[Number.parseInt(tail.slice(0, 1), 16) % 4] ?? "8";
    return `${head}-${counted.slice(0, 4)}-8${counted.slice(4)}-${variant}${tail.slice(1, 4)}-${tail.slice(4, 16)}`;
  };
}
