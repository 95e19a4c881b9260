import "server-only";
import { clearAttempt, listAttempts, putAttempt, type AttemptRow } from "@/db/queries/users";
import type { Tx } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import { blind } from "@/lib/vault/keys";
import { realNow } from "./clock";

const FREE_FAILURES = { pair: 5, network: 40 };
const LONGEST_WAIT = 15 * 60_000;
const HOUR = 3_600_000;
const CHECKS_PER_HOUR = 30;

/** The counters of one attempt (AU-7): account with network, network alone, account alone; and whether this pair ever succeeded. */
type Keys = { pair: string; network: string; account: string; known: string };

const keysOf = (login: string, network: string): Keys => ({
  pair: blind(`pair|${login}|${network}`),
  network: blind(`network|${network}`),
  account: blind(`account|${login}`),
  known: blind(`known|${login}|${network}`),
});

/**
 * Counts a password check before it is made; throws `rate_limited` with the seconds to wait. An account as a whole is checked at most 30 times
 * an hour from networks it never signed in from, so that guessing from many addresses gains nothing and cannot lock its owner out.
 */
export async function admit(tx: Tx, login: string, network: string): Promise<void> {
  const keys = keysOf(login, network);
  const at = realNow();
  const rows = new Map((await listAttempts(tx, Object.values(keys))).map((row) => [row.key, row]));
  const blockedUntil = Math.max(rows.get(keys.pair)?.blockedUntil ?? 0, rows.get(keys.network)?.blockedUntil ?? 0);
  if (blockedUntil > at) throw tooMany(blockedUntil - at);
  if (rows.has(keys.known)) return;
  const account = rows.get(keys.account);
  const current = account && at - account.windowStart < HOUR ? account : empty(keys.account, at);
  if (current.checksInWindow >= CHECKS_PER_HOUR) throw tooMany(current.windowStart + HOUR - at);
  await putAttempt(tx, { ...current, checksInWindow: current.checksInWindow + 1 });
}

export async function countFailure(tx: Tx, login: string, network: string): Promise<void> {
  const keys = keysOf(login, network);
  const at = realNow();
  const rows = new Map((await listAttempts(tx, [keys.pair, keys.network])).map((row) => [row.key, row]));
  for (const kind of ["pair", "network"] as const) {
    const row = rows.get(keys[kind]) ?? empty(keys[kind], at);
    const failures = row.failures + 1;
    const over = failures - FREE_FAILURES[kind];
    await putAttempt(tx, { ...row, failures, blockedUntil: over > 0 ? at + Math.min(1000 * 2 ** (over - 1), LONGEST_WAIT) : 0 });
  }
}

export async function countSuccess(tx: Tx, login: string, network: string): Promise<void> {
  const keys = keysOf(login, network);
  await clearAttempt(tx, keys.pair);
  await putAttempt(tx, empty(keys.known, realNow()));
}

const empty = (key: string, at: number): AttemptRow => ({ key, failures: 0, blockedUntil: 0, windowStart: at, checksInWindow: 0 });

const tooMany = (ms: number) => new AppError("rate_limited", { params: { seconds: Math.ceil(ms / 1000) } });
