import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";

const TURN_MS = 8;

/** Work that is long and all computing asks after each step: others get their turn once this one has had eight milliseconds. */
export function turnsOf(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await nextTurn();
    since = performance.now();
  };
}
