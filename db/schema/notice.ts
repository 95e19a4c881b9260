import { identity, index, instant, integer, primaryKey, table, text, uniqueIndex, versioned } from "@/db/kit";
import { cases } from "./case";
import { tasks } from "./task";
import { users } from "./user";

/** What somebody is told of once: one fact about one case, for one person. */
export const notices = table(
  "notices",
  {
    ...identity(),
    userId: text("user_id").notNull().references(() => users.id),
    kind: text("kind").notNull(),
    /** Names the fact, so that nobody is told of it twice. */
    factKey: text("fact_key").notNull(),
    caseId: text("case_id").notNull().references(() => cases.id),
    taskId: text("task_id").references(() => tasks.id),
    /** The instant that it is about: when somebody is due, a limit passes, a task must be done; null where there is none. */
    about: instant("about_at"),
    /** The domain's now when it was made. */
    at: instant("at").notNull(),
    readAt: instant("read_at"),
    /** From here on the fact no longer holds. */
    settledAt: instant("settled_at"),
    /** Whether a mail is still to tell of it: none, waiting, waiting for the digest, or it stands in one that was queued. */
    mail: text("mail").notNull().default("none"),
  },
  (t) => [
    uniqueIndex("notices_fact").on(t.factKey, t.userId),
    index("notices_open").on(t.userId, t.settledAt, t.readAt, t.at),
    index("notices_standing").on(t.settledAt, t.id),
    index("notices_mail").on(t.mail, t.userId),
    index("notices_task").on(t.taskId),
  ],
);

/** How somebody wants to be told. Without a row: in the application, of what is theirs. */
export const noticePreferences = table("notice_preferences", {
  userId: text("user_id").primaryKey().references(() => users.id),
  email: text("email").notNull().default(""),
  /** When the server took a test mail to this address. */
  emailTestedAt: instant("email_tested_at"),
  /** `mine` or `teams`. */
  whose: text("whose").notNull().default("mine"),
  /** The hour of the digest, and between which hours no mail is sent, where the organisation works; both null = always. */
  digestHour: integer("digest_hour").notNull().default(8),
  quietFrom: integer("quiet_from"),
  quietTo: integer("quiet_to"),
  /** The date that the last digest was due on, YYYY-MM-DD. */
  digestOn: text("digest_on").notNull().default(""),
  ...versioned(),
});

/** The way of one kind of notice where it is not the usual one. */
export const noticeWays = table(
  "notice_ways",
  {
    userId: text("user_id").notNull().references(() => users.id),
    kind: text("kind").notNull(),
    way: text("way").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

/** Mail on its way out. The words are made when it is sent; nothing of a case stands in it or in this row. */
export const mailQueue = table(
  "mail_queue",
  {
    ...identity(),
    userId: text("user_id").notNull().references(() => users.id),
    /** `notices` or `test`. */
    kind: text("kind").notNull(),
    /** How many cases it speaks of. */
    figure: integer("figure").notNull().default(0),
    /** waiting, sending, sent, parked (given up until somebody tries again), dropped (nobody to send it to). */
    state: text("state").notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this instant. */
    nextAt: instant("next_at").notNull(),
    /** A code of ours, and the figure with which the server answered; never its words. */
    problem: text("problem").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [index("mail_queue_due").on(t.state, t.nextAt), index("mail_queue_user").on(t.userId)],
);
