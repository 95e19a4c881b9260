import { identity, index, instant, primaryKey, table, text, versioned } from "@/db/kit";
import { cases } from "./case";
import { institutions } from "./organisation";
import { teams } from "./user";

/** A ruling; one can bind several cases. */
export const orders = table(
  "orders",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    kind: text("kind").notNull(),
    courtId: text("court_id").references(() => institutions.id),
    judge: text("judge").notNull().default(""),
    date: text("date_text"),
    earliest: instant("earliest"),
    articles: text("articles").notNull().default(""),
    /** As ordered, an ISO 8601 duration such as P10D or P1Y6M, or LIFE; null = no term is known. */
    term: text("term"),
    countFrom: text("count_from").notNull().default("not_stated"),
    countFromWhen: text("count_from_when"),
    /** How it stands to the order before it (or to `relatesToId`): in its place, after it, beside it. */
    relation: text("relation").notNull().default("not_stated"),
    relatesToId: text("relates_to_id"),
    /** The part of the term after which release is automatic, such as 1/2. */
    servedShare: text("served_share"),
    /** Zone of the case it was first recorded for: its dates are read in it. */
    zone: text("zone").notNull(),
    note: text("note").notNull().default(""),
    /** Why it was taken back; null while it counts. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("orders_court").on(t.courtId), index("orders_team_date").on(t.teamId, t.earliest)],
);

export const orderCases = table(
  "order_cases",
  {
    orderId: text("order_id").notNull().references(() => orders.id),
    caseId: text("case_id").notNull().references(() => cases.id),
    /** This person's own term under the ruling, as in `orders.term`, or UNKNOWN; null = the term of the ruling. */
    ownTerm: text("own_term"),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.caseId] }), index("order_cases_case").on(t.caseId)],
);
