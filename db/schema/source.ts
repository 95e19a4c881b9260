import { identity, index, instant, table, text, versioned } from "@/db/kit";
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
    reliability: text("reliability").notNull().default("unknown"),
    /** `protected`: who it is must not be seen below the right to see it. */
    confidentiality: text("confidentiality").notNull().default("internal"),
    ...versioned(),
  },
  (t) => [index("sources_team").on(t.teamId, t.capturedAt)],
);
