import "server-only";
import { commandLine } from "@/lib/model/actors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import type { Program } from "./api-tokens";
import { realNow } from "./clock";
import { write } from "./write";

const HOUR_MS = 3_600_000;

type Reading = { actor: Actor; tokenId: string; route: string; hour: number; answers: number; records: number };

// How often the same token asked the same in an hour; that it asked at all is in the log before the first answer leaves.
const readings = new Map<string, Reading>();

const hourOf = (at: number): number => Math.floor(at / HOUR_MS);

/** Notes that a program reads `route`: an entry `api.read` with the first answer of each hour. Called before anything leaves. */
export async function logApiRead({ actor, tokenId }: Pick<Program, "actor" | "tokenId">, route: string, records: number): Promise<void> {
  allow(actor, "token.manage");
  const key = `${tokenId}|${route}`;
  const hour = hourOf(realNow());
  const known = readings.get(key);
  if (known?.hour === hour) {
    known.answers++;
    known.records += records;
    return;
  }
  // Noted before the entry is written, so that requests that come together are one entry; where the entry fails, so does the request.
  readings.set(key, { actor, tokenId, route, hour, answers: 1, records });
  try {
    await write(actor, async (_tx, log) => {
      if (known) await logCount(log, known);
      await log("api.read", { subject: ["token", tokenId], changes: [{ field: "route", before: null, after: route }] });
    });
  } catch (error) {
    readings.delete(key);
    throw error;
  }
}

/** Writes how many answers left in hours that are over: `api.counted`. A process that ends first takes the number with it, not the fact. */
export async function countApiReads(): Promise<void> {
  const hour = hourOf(realNow());
  const over = [...readings].filter(([, reading]) => reading.hour < hour);
  if (over.length === 0) return;
  for (const [key] of over) readings.delete(key);
  await write(commandLine([]), async (_tx, log) => {
    for (const [, reading] of over) await logCount(log, reading);
  });
}

const logCount = (log: Parameters<Parameters<typeof write>[1]>[1], { tokenId, route, answers, records, hour }: Reading): Promise<void> =>
  log("api.counted", {
    subject: ["token", tokenId],
    changes: [["route", route], ["hour", new Date(hour * HOUR_MS).toISOString()], ["answers", String(answers)], ["records", String(records)]].map(([field = "", after = ""]) => ({ field, before: null, after })),
  });

/** Forgets what was counted; for tests. */
export const forgetApiReads = (): void => readings.clear();
