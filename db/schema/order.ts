import { identity, index, instant, primaryKey, integer, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { institutions } from "./organisation";
import { teams } from "./user";

/** A ruling; one can bind several cases. */
export const orders = table("orders", {
  ...identity(),
  teamId: text("team_id").notNull().references(() => teams.id),
  kind: text("kind").notNull(),
  courtId: text("court_id").references(() => institutions.id),
  judge: text("judge").notNull().default(""),
  date: text("date_text"),
  earliest: instant("earliest"),
  articles: text("articles").notNull().default(""),
  /** Amount and unit as ordered; null = no term is known. */
  termAmount: integer("term_amount"),
  termUnit: text("term_unit"),
  countFrom: text("count_from").notNull().default("not_stated"),
  countFromWhen: text("count_from_when"),
  /** Zone of the case it was first recorded for: its dates are read in it. */
  zone: text("zone").notNull(),
  note: text("note").notNull().default(""),
  /** Why it was taken back; null while it counts. */
  withdrawn: text("withdrawn"),
  ...versioned(),
});

export const orderCases = table(
  "order_cases",
  {
    orderId: text("order_id").notNull().references(() => orders.id),
    caseId: text("case_id").notNull().references(() => cases.id),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.caseId] }), index("order_cases_case").on(t.caseId)],
);
