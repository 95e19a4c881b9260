import "server-only";

/** A recording that goes on in this process, or that could not be finished: then nothing of it was kept. */
export type Progress = { done: number; total: number; failed: boolean; settled: Promise<void> };

// Pages and actions are bundled apart and must see the same recording.
const slot = globalThis as typeof globalThis & { erkinImports?: Map<string, Progress> };
const going = (): Map<string, Progress> => (slot.erkinImports ??= new Map<string, Progress>());

export const progressOf = (importId: string): Progress | undefined => going().get(importId);

/** Goes on with `run` after answering. While one is going on for this import, that one stays. */
export function goOn(importId: string, total: number, run: (progress: Progress) => Promise<unknown>): void {
  const known = going().get(importId);
  if (known && !known.failed) return;
  const progress: Progress = { done: 0, total, failed: false, settled: Promise.resolve() };
  going().set(importId, progress);
  progress.settled = run(progress).then(
    () => void going().delete(importId),
    (error: unknown) => {
      progress.failed = true;
      console.error("an import was rolled back:", error);
    },
  );
}

/** Waits for the recording of this import that is going on in this process, if there is one. */
export const importSettled = async (importId: string): Promise<void> => progressOf(importId)?.settled;
