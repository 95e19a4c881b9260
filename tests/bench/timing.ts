import { cpuMs } from "./processes";

/** Milliseconds, except `perSecond`; `cpu` is the server's, for one request. */
export type Figures = { p50: number; p95: number; cpu: number | null; perSecond: number | null; bytes: number | null };

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const summary = (times: number[]): { p50: number; p95: number } => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};

type Plan = { warm: number; times: number; pid?: number; together?: { clients: number; seconds: number } };

/** Runs `work` a bounded number of times one after the other, then for a bounded time with several at once. `work` answers how many bytes came. */
export async function measure(work: (turn: number) => Promise<number> | number, { warm, times, pid, together }: Plan): Promise<Figures> {
  let turn = 0;
  for (let n = 0; n < warm; n++) await work(turn++);
  const before = pid === undefined ? null : cpuMs(pid);
  const taken: number[] = [];
  let bytes = 0;
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    bytes = await work(turn++);
    taken.push(performance.now() - start);
  }
  const after = pid === undefined ? null : cpuMs(pid);
  return { ...summary(taken), cpu: before === null || after === null ? null : (after - before) / times, bytes: bytes || null, perSecond: together ? await rate(() => work(turn++), together) : null };
}

async function rate(work: () => Promise<number> | number, { clients, seconds }: { clients: number; seconds: number }): Promise<number> {
  const start = performance.now();
  const until = start + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < until) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / ((performance.now() - start) / 1000);
}
