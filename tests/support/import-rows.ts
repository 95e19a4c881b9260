import { stringify } from "csv-stringify/sync";

export const csvOf = (rows: readonly (readonly string[])[]): string => stringify(rows as string[][]);

/** The headings of the lists that a large monitoring group publishes, one row for each event. */
export const LIST_HEADINGS = ["year", "event_id", "event_title", "date", "region", "description", "agreement", "event_type", "subject_type", "subject_topic", "subject_story", "organizer_type", "organizer_name", "detentions", "ovd", "place", "links"] as const;

export type ListRow = Partial<Record<(typeof LIST_HEADINGS)[number], string>>;

/** Rows of such a list; what a row does not tell is a plain picket in Almaty. */
export const listOf = (rows: readonly ListRow[]): string[][] => [
  [...LIST_HEADINGS],
  ...rows.map((row, at) => {
    const whole: ListRow = { year: "2019", event_id: String(at + 1), event_title: `Пикет ${at + 1}`, date: "2019-11-04", region: "Алматы", agreement: "-", event_type: "одиночный пикет", detentions: "1", ...row };
    return LIST_HEADINGS.map((heading) => whole[heading] ?? "");
  }),
];
