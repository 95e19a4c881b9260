import { identity, index, instant, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { teams } from "./user";

export const sources = table(
  "sources",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    publisher: text("publisher").notNull().default(""),
    author: text("author").notNull().default(""),
    url: text("url").notNull().default(""),
    language: text("language").notNull().default("other"),
    published: text("published_text"),
    text: text("text").notNull().default(""),
    /** SHA-256 of the text's UTF-8 bytes, hex; empty without a text. */
    textSha256: text("text_sha256").notNull().default(""),
    capturedAt: instant("captured_at").notNull(),
    ...versioned(),
  },
  (t) => [index("sources_team").on(t.teamId, t.capturedAt)],
);

/** A source supports a fact of a case, with the words quoted from it. */
export const citations = table(
  "citations",
  {
    ...identity(),
    sourceId: text("source_id").notNull().references(() => sources.id),
    caseId: text("case_id").notNull().references(() => cases.id),
    field: text("field").notNull(),
    quote: text("quote").notNull(),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("citations_case").on(t.caseId), index("citations_source").on(t.sourceId)],
);
