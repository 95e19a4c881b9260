import fc from "fast-check";
import { isUncertainDate } from "@/lib/model/uncertain-date";

const pad = (value: number) => String(value).padStart(2, "0");

const exactPoint = fc
  .record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    fields: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ year, month, day, hour, minute, fields }) => {
    const date = [String(year), pad(month), pad(day)].slice(0, fields).join("-");
    return fields === 4 ? `${date}T${pad(hour)}:${pad(minute)}` : date;
  })
  .filter(isUncertainDate);

const point = fc.tuple(exactPoint, fc.boolean()).map(([value, about]) => (about ? `${value}~` : value));

/** Two points close to each other, as real intervals are, so that every way of shortening them is tried. */
const near = fc
  .tuple(fc.integer({ min: 2018, max: 2019 }), fc.integer({ min: 9, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .map(([year, month, day, fields, about]) => {
    const date = [String(year), pad(month), pad(day)].slice(0, fields).join("-");
    return `${date}${fields === 4 ? `T${pad(day % 24)}:15` : ""}${about ? "~" : ""}`;
  });

/** Every shape of a canonical value. */
export const anyUncertainDate = fc.oneof(
  point,
  point.map((end) => `../${end}`),
  point.map((start) => `${start}/..`),
  fc.tuple(point, point).map(([start, end]) => `${start}/${end}`).filter(isUncertainDate),
  fc.tuple(near, near).map(([start, end]) => `${start}/${end}`).filter(isUncertainDate),
);
