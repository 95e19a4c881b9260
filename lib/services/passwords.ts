import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/model/errors";

/** AU-1: Argon2id (the library's default algorithm), 64 MiB, 3 passes, 1 lane. */
const PARAMETERS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const AT_ONCE = 2;
const WAITING = 8;

let running = 0;
const queue: (() => void)[] = [];

/** At most two hashes at once and eight waiting, so that a flood of sign-ins cannot take the machine's memory. */
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new AppError("busy");
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => limited(() => hash(password, PARAMETERS));

export const passwordMatches = (stored: string, password: string): Promise<boolean> => limited(() => verify(stored, password).catch(() => false));

let decoy: Promise<string> | undefined;
/** A hash that nothing matches: comparing with it makes an unknown login cost the same as a wrong password (AU-3). */
export const decoyHash = (): Promise<string> => (decoy ??= hashPassword("nobody signs in with this"));

/** Whether a stored hash was made with weaker parameters than today's. */
export function isWeakHash(stored: string): boolean {
  const match = /\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored);
  return !match || Number(match[1]) < PARAMETERS.memoryCost || Number(match[2]) < PARAMETERS.timeCost || !stored.startsWith("$argon2id$");
}
