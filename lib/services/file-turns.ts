import "server-only";

const turns = globalThis as typeof globalThis & { erkinFileTurns?: Map<string, Promise<unknown>> };

/** Runs what is done with the bytes of one file one after the other. */
export async function inTurn<T>(fileId: string, run: () => Promise<T>): Promise<T> {
  const waiting = (turns.erkinFileTurns ??= new Map<string, Promise<unknown>>());
  const mine = (waiting.get(fileId) ?? Promise.resolve()).catch(() => undefined).then(run);
  waiting.set(fileId, mine);
  try {
    return await mine;
  } finally {
    if (waiting.get(fileId) === mine) waiting.delete(fileId);
  }
}
