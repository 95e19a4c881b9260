import type { SuggestionDoubt, SuggestionKind } from "./suggestion";

/** What a reader found, as tokens `from` up to and without `to`. */
export type Found = {
  kind: SuggestionKind;
  from: number;
  to: number;
  value: string;
  label?: string;
  doubts?: readonly SuggestionDoubt[];
  /** What a reader knows of the field better than the sentence does. */
  about?: "court" | "police" | "facility" | "movement" | "agency" | "media" | "ngo";
};
