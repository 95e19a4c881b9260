import { identity, index, instant, table, text, uniqueIndex } from "@/db/kit";
import { users } from "./user";

/** An address under which a calendar program reads one person's dates. Only the hash of its token is kept. */
export const calendarFeeds = table(
  "calendar_feeds",
  {
    ...identity(),
    userId: text("user_id").notNull().references(() => users.id),
    tokenHash: text("token_hash").notNull(),
    /** What the calendar program calls the calendar. */
    name: text("name").notNull(),
    /** Kinds of dates, joined by spaces. */
    kinds: text("kinds").notNull(),
    /** `mine` or `teams`. */
    whose: text("whose").notNull(),
    createdAt: instant("created_at").notNull(),
    /** About when it was read last; written at most once an hour. */
    readAt: instant("read_at"),
    /** From here on it no longer answers. */
    revokedAt: instant("revoked_at"),
  },
  (t) => [uniqueIndex("calendar_feeds_token").on(t.tokenHash), index("calendar_feeds_user").on(t.userId, t.createdAt)],
);
