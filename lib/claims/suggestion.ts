import type { citedFields } from "@/lib/model/vocabularies";

/** What the reader of texts looks for. */
export const suggestionKinds = ["when", "term", "count", "place", "institution", "person", "name"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What makes a suggestion less than certain; `from_publication` is a day counted from the day of publication ("yesterday"). The words are `claims.doubt.<value>`. */
export const suggestionDoubts = ["year_assumed", "from_publication", "weekday_differs", "several_known", "given_name_only", "speaker_unnamed"] as const;
export type SuggestionDoubt = (typeof suggestionDoubts)[number];

/** Something that a text seems to say. Nothing of it is recorded until a person accepts it. */
export type Suggestion = {
  kind: SuggestionKind;
  /** Where it stands in the text, UTF-16 units, the end excluded: `quote === text.slice(start, end)`. */
  start: number;
  end: number;
  quote: string;
  /**
   * What is claimed: `when` extended EDTF, `term` a term as `lib/model/ordered-term.ts` stores it (ISO 8601 duration or `LIFE`), `count` a bound and
   * a figure such as `exact:26`, `about:10`, `at_least:24` ("more than 24" too: that is never wrong); without a figure `far_more:`, and `tens:` or
   * `hundreds:` for "dozens" and "hundreds", which name no figure and get none. `person` the id of the record that is known; `place`, `institution`
   * the same, or the name in the text where none is on record; `name` the name of a person as a heading would write it.
   */
  value: string;
  /** The same as a person reads it, in the language of the text: a name without its case ending, otherwise the quote. */
  label: string;
  /** The fact of a case that it most likely is. */
  field: (typeof citedFields)[number] | null;
  /** The sentence around it. */
  sentence: { start: number; end: number };
  /** Who says so within that sentence, as the text names them; empty where nobody is named. */
  saidBy: string;
  doubts: readonly SuggestionDoubt[];
};

/** What a text is read with. Names in every spelling that is on record. */
export type KnownRecords = {
  /** Day of publication or capture, `YYYY-MM-DD`: dates without a year lie near it. */
  published: string;
  places: readonly { id: string; names: readonly string[] }[];
  institutions: readonly { id: string; kind: string; names: readonly string[] }[];
  people: readonly { id: string; names: readonly string[] }[];
};
