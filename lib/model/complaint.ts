import { Temporal } from "temporal-polyfill";
import type { Body } from "./institution-name";
import { choice, date, days, id, inputOf, line, long, type ValuesOf } from "./fields";
import { readUncertainDate, writePoint, type DatePoint } from "./uncertain-date";
import { complaintKinds, complaintOutcomes } from "./vocabularies";

export const MOST_ANSWER_DAYS = 400;

/** To whom it was complained, when, until when an answer is due, and what came of it. `dueDays` counts from when it was filed. */
export const complaintFields = {
  kind: choice(complaintKinds),
  agency: line(200),
  filedBy: line(300, { class: "source" }),
  filed: date(),
  number: line(100),
  due: date({ ahead: true }),
  dueDays: days(MOST_ANSWER_DAYS),
  outcome: choice(complaintOutcomes, { fallback: "pending" }),
  answered: date(),
  note: long(2000),
};
export const complaintInput = inputOf({ allegationId: id(), ...complaintFields });
export const complaintEditInput = inputOf({ complaintId: id(), ...complaintFields });
export type ComplaintValues = ValuesOf<typeof complaintFields>;

/** A complaint as lists show it; `due` as far as known, in the zone of the allegation. */
export type ShownComplaint = {
  id: string;
  allegationId: string;
  kind: string;
  body: Body | null;
  filedBy: string;
  filed: string | null;
  number: string;
  due: string | null;
  overdue: boolean;
  outcome: string;
  answered: string | null;
  note: string;
  withdrawn: string | null;
};

/** The day that lies so many days after a date as far as known, just as far known; null where no day of it is known. */
export function daysAfter(filed: string, amount: number): string | null {
  const parts = readUncertainDate(filed);
  if (typeof parts === "string") return null;
  const [start, end] = [moved(parts.start, amount), moved(parts.end, amount)];
  if (parts.kind === "point") return start ?? null;
  if (parts.kind === "notAfter") return end && `../${end}`;
  if (parts.kind === "notBefore") return start && `${start}/..`;
  return start && end && (start === end ? start : `${start}/${end}`);
}

function moved(point: DatePoint | null, amount: number): string | null {
  if (point?.month === undefined || point.day === undefined) return null;
  const { year, month, day } = new Temporal.PlainDate(point.year, point.month, point.day).add({ days: amount });
  return writePoint({ year, month, day, approximate: point.approximate });
}
