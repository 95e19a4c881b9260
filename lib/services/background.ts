import "server-only";
import { env } from "@/lib/env";
import { countApiReads } from "./api-log";
import { importTurn } from "./import-work";
import { mailPlanTurn } from "./mail-plan";
import { mailTurn } from "./mail-turn";
import { noticeTurn } from "./notice-turn";
import { tellWebhooks } from "./webhook-queue";

/** Work that goes on beside the requests: what it is called in the log, and how long it rests after each turn. */
type Work = { name: string; restMs: number; turn: () => Promise<unknown> };

/** Each turn is short and leaves what it did in the database, so that a restart at any moment loses and repeats nothing. */
const works: readonly Work[] = [
  { name: "webhooks", restMs: 5_000, turn: tellWebhooks },
  { name: "what programs read", restMs: 300_000, turn: countApiReads },
  { name: "notices", restMs: 60_000, turn: noticeTurn },
  { name: "mail to be sent", restMs: 60_000, turn: mailPlanTurn },
  { name: "mail", restMs: 20_000, turn: mailTurn },
  { name: "imports", restMs: 1_000, turn: importTurn },
];

const started = globalThis as typeof globalThis & { erkinBackground?: boolean };

/** Begins all works once per process. One that fails says so by name only, rests, and tries again. */
export function startBackground(): void {
  if (started.erkinBackground) return;
  started.erkinBackground = true;
  for (const work of works) rest(work);
}

function rest(work: Work): void {
  setTimeout(() => void go(work), Math.min(work.restMs, env.backgroundRest ?? work.restMs)).unref();
}

async function go(work: Work): Promise<void> {
  try {
    await work.turn();
  } catch (error) {
    console.error(`background work "${work.name}" failed: ${error instanceof Error ? error.name : "unknown"}`);
  }
  rest(work);
}
