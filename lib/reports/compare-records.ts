import type { ReportRecord } from "@/lib/model/report";

/** What a report held, and the moment for which it judged who is overdue (epoch milliseconds). */
export type ReportSide = { records: readonly ReportRecord[]; at: number };
export type Changed = { before: ReportRecord; after: ReportRecord };

/**
 * How the cases of one report differ from those of another. Every case of either is in exactly one of `added`, `left`, `released`, `ended`,
 * `again` and `same`; `corrected` and `overdue` name some of them once more.
 */
export type ReportDifference = {
  /** Not in the earlier one. */
  added: ReportRecord[];
  /** No longer in the later one. */
  left: ReportRecord[];
  /** Inside then, released now. */
  released: Changed[];
  /** Inside then and no longer, by something else than a release. */
  ended: Changed[];
  /** Out then, inside now: the release was taken back, or somebody was taken again. */
  again: Changed[];
  same: Changed[];
  /** A date that was told is another one now. */
  corrected: Changed[];
  /** Not overdue then, overdue now. */
  overdue: ReportRecord[];
  /** Overdue then and now. */
  stillOverdue: Changed[];
  /** Records of other kinds, and cases in `same`, that were edited meanwhile. */
  edited: Changed[];
};

export const isOverdueAt = ({ outstanding, overdueFrom }: ReportRecord, at: number): boolean => outstanding === true && overdueFrom !== null && overdueFrom <= at;

const keyOf = ({ kind, id }: ReportRecord): string => `${kind}/${id}`;

export function compareRecords(earlier: ReportSide, later: ReportSide): ReportDifference {
  const before = new Map(earlier.records.map((record) => [keyOf(record), record]));
  const after = new Map(later.records.map((record) => [keyOf(record), record]));
  const both = [...before].flatMap(([key, was]): Changed[] => {
    const is = after.get(key);
    return is ? [{ before: was, after: is }] : [];
  });
  const cases = both.filter(({ after: is }) => is.kind === "case");
  const isOut = ({ before: was, after: is }: Changed) => was.outstanding === true && is.outstanding === false;
  const isAgain = ({ before: was, after: is }: Changed) => was.outstanding === false && is.outstanding === true;
  const same = cases.filter((each) => !isOut(each) && !isAgain(each));
  const added = [...after.values()].filter((record) => record.kind === "case" && !before.has(keyOf(record)));
  const overdueNow = (record: ReportRecord) => isOverdueAt(record, later.at);
  const overdueThen = (record: ReportRecord) => isOverdueAt(record, earlier.at);
  return {
    added,
    left: [...before.values()].filter((record) => record.kind === "case" && !after.has(keyOf(record))),
    released: cases.filter((each) => isOut(each) && each.after.status === "released"),
    ended: cases.filter((each) => isOut(each) && each.after.status !== "released"),
    again: cases.filter(isAgain),
    same,
    corrected: cases.filter(isCorrected),
    overdue: [...added.filter(overdueNow), ...cases.filter(({ before: was, after: is }) => overdueNow(is) && !overdueThen(was)).map(({ after: is }) => is)],
    stillOverdue: cases.filter(({ before: was, after: is }) => overdueNow(is) && overdueThen(was)),
    edited: both.filter(({ before: was, after: is }) => was.version !== is.version).filter((each) => each.after.kind !== "case" || (same.includes(each) && !isCorrected(each))),
  };
}

/** A date that was there is another one: a release that was recorded meanwhile is no correction, and neither is a first date where none was known. */
function isCorrected({ before: was, after: is }: Changed): boolean {
  if (was.released !== null && is.released !== null) return was.released !== is.released;
  const known = was.expectedFrom !== null || was.expectedTo !== null;
  return known && is.outstanding === true && (was.expectedFrom !== is.expectedFrom || was.expectedTo !== is.expectedTo);
}

export const isUnchanged = ({ same: _same, stillOverdue: _still, ...rest }: ReportDifference): boolean => Object.values(rest).every((list) => list.length === 0);
