import { flag, identity, index, integer, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { events } from "./event";
import { sources } from "./source";

/** A claim: what a source says of a fact of a case or an event, with the words quoted from it. */
export const citations = table(
  "citations",
  {
    ...identity(),
    sourceId: text("source_id").notNull().references(() => sources.id),
    /** At most one of the two; none while it is not said yet what the claim is about. */
    caseId: text("case_id").references(() => cases.id),
    eventId: text("event_id").references(() => events.id),
    field: text("field").notNull(),
    quote: text("quote").notNull(),
    /** Where the quote stands in the text of the source, UTF-16 units, the end excluded; null where it was typed or the text has changed. */
    start: integer("start_at"),
    end: integer("end_at"),
    /** What is claimed, as values of its kind are written (extended EDTF, ISO 8601 duration, figure, name); empty where only the words count. */
    valueKind: text("value_kind").notNull().default(""),
    value: text("value").notNull().default(""),
    /** Who says so within the source; empty where it is the source itself. */
    saidBy: text("said_by").notNull().default(""),
    /** Whether the record follows this claim; of contradicting ones, only one can be followed. */
    followed: flag("followed").notNull().default(false),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("citations_case").on(t.caseId), index("citations_source").on(t.sourceId), index("citations_event").on(t.eventId)],
);
