import "server-only";
import { randomFillSync } from "node:crypto";

const BYTES = 16;
const pool = Buffer.alloc(BYTES * 256);
let used = pool.length;

/** 16 random bytes, hex; drawn from the system some hundred at a time, and never twice. */
export function randomHex(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.toString("hex", used - BYTES, used);
}
