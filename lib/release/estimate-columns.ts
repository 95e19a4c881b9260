import type { ReleaseEstimate } from "./estimate-facts";

const millis = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));
const minutes = (duration: string | null): number | null => {
  const [, h = "0", m = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?$/.exec(duration ?? "") ?? [];
  return duration === null ? null : Number(h) * 60 + Number(m);
};

/** What lists, counts and figures read of an estimate; instants in epoch milliseconds, lengths in whole minutes. */
export function columnsOf(estimate: ReleaseEstimate) {
  return {
    termText: estimate.term,
    expectedFrom: millis(estimate.earliest),
    expectedTo: millis(estimate.latest),
    watchFrom: millis(estimate.watchFrom),
    overdueFrom: millis(estimate.overdueFrom),
    expectedBasis: estimate.basis as string,
    expectedKind: estimate.kind as string,
    countingConfirmed: estimate.countingConfirmed,
    statedDiffers: estimate.stated.some((stated) => stated.agrees === false),
    verdict: (estimate.observed?.verdict ?? null) as string | null,
    overKind: (estimate.over?.kind ?? null) as string | null,
    overMinutes: minutes(estimate.over?.min ?? null),
    overMinutesMost: minutes(estimate.over?.max ?? null),
  };
}
