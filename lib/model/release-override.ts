import { id, inputOf, line, long, requiredDate, type ValuesOf } from "./fields";
import { readUncertainDate, type UncertainDate } from "./uncertain-date";

export const releaseOverrideFields = {
  when: requiredDate({ ahead: true }),
  /** Why this date counts and not the computed one; never empty. */
  reason: long(2000, { required: true }),
  /** What was computed when the form was drawn, so that a conflict can show that it moved. */
  computed: line(120),
};
export const releaseOverrideInput = inputOf({ caseId: id(), ...releaseOverrideFields });
export type ReleaseOverrideValues = ValuesOf<typeof releaseOverrideFields>;

/** Why a date set by hand no longer stands; `dismissed`: its end was seen and nothing was put in its place. */
export const overrideEndings = ["replaced", "withdrawn", "facts_changed", "dismissed"] as const;
export type OverrideEnding = (typeof overrideEndings)[number];

/** How a date set by hand is shown in lists, in the words of computed ones. */
export function kindOfOverride(when: UncertainDate): "instant" | "day" | "window" {
  const parts = readUncertainDate(when);
  if (typeof parts === "string" || parts.kind !== "point" || parts.start.approximate || parts.start.day === undefined) return "window";
  return parts.start.hour === undefined ? "day" : "instant";
}
