import "server-only";
import { FileProblem } from "@/lib/model/file";

export type Pace = {
  /** The longest silence, in milliseconds. */
  silence: number;
  /** After this many milliseconds the average must be at least `bytesPerSecond`. */
  grace: number;
  bytesPerSecond: number;
};
/** Slow mobile lines pass; a line that is only held open does not. */
export const ordinaryPace: Pace = { silence: 20_000, grace: 20_000, bytesPerSecond: 1024 };

/** Passes a body on as long as it is not longer than `most` bytes and not too slow; otherwise throws `too_large` or `too_slow` and reads no further. */
export async function* paced(body: ReadableStream<Uint8Array> | null, most: number, pace: Pace = ordinaryPace): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  const began = performance.now();
  let size = 0;
  try {
    for (;;) {
      const next = await within(pace.silence, reader?.read());
      if (!next || next.done) return;
      size += next.value.byteLength;
      if (size > most) throw new FileProblem("too_large");
      const passed = performance.now() - began;
      if (passed > pace.grace && (size / passed) * 1000 < pace.bytesPerSecond) throw new FileProblem("too_slow");
      yield next.value;
    }
  } finally {
    // A body that broke off cannot be ended again.
    await reader?.cancel().catch(() => undefined);
  }
}

async function within<T>(milliseconds: number, waiting: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FileProblem("too_slow")), milliseconds);
  });
  try {
    return await Promise.race([waiting, late]);
  } finally {
    clearTimeout(timer);
  }
}
