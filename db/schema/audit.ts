import { index, instant, integer, table, text } from "@/db/kit";

/** The hash chain (AL-2). Rows are only ever added; triggers refuse UPDATE and DELETE. */
export const auditEntries = table(
  "audit_entries",
  {
    seq: integer("seq").primaryKey(),
    at: instant("at").notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    caseId: text("case_id"),
    /** The canonical JSON (RFC 8785) that the leaf is the hash of. */
    entry: text("entry").notNull(),
    leaf: text("leaf").notNull(),
    head: text("head").notNull(),
  },
  (t) => [index("audit_entries_case").on(t.caseId, t.seq), index("audit_entries_subject").on(t.subjectType, t.subjectId, t.seq)],
);

/** What changed, in the clear beside the chain: the entry holds only salted commitments, so that a value can be erased and the chain stays valid. */
export const auditValues = table(
  "audit_values",
  {
    seq: integer("seq").notNull().references(() => auditEntries.seq),
    position: integer("position").notNull(),
    field: text("field").notNull(),
    before: text("before"),
    after: text("after"),
    salt: text("salt").notNull(),
  },
  (t) => [index("audit_values_seq").on(t.seq, t.position)],
);
