import { flag, identity, index, instant, integer, table, text, versioned } from "@/db/kit";
import { users } from "./user";

/** People and bodies outside the house that get something. Who they are decides what they are told; shared by all teams. */
export const recipients = table("recipients", {
  ...identity(),
  name: text("name").notNull(),
  /** `foldName(name)`: one recipient of a name, so that the pseudonyms that it knows stay the same. */
  nameKey: text("name_key").notNull(),
  audience: text("audience").notNull(),
  /** `partner` or `public`. */
  profile: text("profile").notNull(),
  note: text("note").notNull().default(""),
  /** Gets nothing more; what it got stays in the register. */
  closed: flag("closed").notNull().default(false),
  ...versioned(),
});

/** The register of what was taken out: what was asked for, by whom, for whom, and how much of it left. The file itself is kept nowhere. */
export const exports = table(
  "exports",
  {
    ...identity(),
    what: text("what").notNull(),
    format: text("format").notNull(),
    /** The list's address, `?view=all&place=…`; "" for everything. */
    filter: text("filter").notNull(),
    profile: text("profile").notNull(),
    /** Null for the house itself and for the public. */
    recipientId: text("recipient_id").references(() => recipients.id),
    audience: text("audience"),
    purpose: text("purpose"),
    reason: text("reason").notNull().default(""),
    /** The language of its words. */
    locale: text("locale").notNull(),
    /** Null for the command line. */
    madeById: text("made_by_id").references(() => users.id),
    madeAt: instant("made_at").notNull(),
    /** How many records left when it was taken last; null while it never was. */
    rows: integer("rows"),
    complete: flag("complete").notNull().default(false),
    finishedAt: instant("finished_at"),
  },
  (t) => [index("exports_recipient").on(t.recipientId, t.madeAt), index("exports_maker").on(t.madeById, t.madeAt)],
);
