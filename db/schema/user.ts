import { flag, identity, index, instant, integer, primaryKey, table, text, uniqueIndex, versioned } from "@/db/kit";

export const users = table(
  "users",
  {
    ...identity(),
    /** What the person signs in with, NFC and lower case. */
    login: text("login").notNull(),
    name: text("name").notNull(),
    role: text("role").notNull(),
    locale: text("locale").notNull(),
    theme: text("theme").notNull().default("system"),
    passwordHash: text("password_hash").notNull(),
    active: flag("active").notNull().default(true),
    ...versioned(),
  },
  (t) => [uniqueIndex("users_login").on(t.login)],
);

export const teams = table("teams", {
  ...identity(),
  name: text("name").notNull(),
  /** Holds what nobody may see: a file that is still being recorded, or that was taken back. No user is ever in it. */
  hidden: flag("hidden").notNull().default(false),
  ...versioned(),
});

export const teamMembers = table(
  "team_members",
  {
    teamId: text("team_id").notNull().references(() => teams.id),
    userId: text("user_id").notNull().references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.userId] }), index("team_members_user").on(t.userId)],
);

export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the id in the cookie; the id itself is never stored. */
    idHash: text("id_hash").primaryKey(),
    userId: text("user_id").notNull().references(() => users.id),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** What kind of browser, in a few words, so that its owner recognises it. */
    device: text("device").notNull(),
    /** When the password was last proved again, for acts that ask for it; null = only when signing in. */
    steppedUpAt: instant("stepped_up_at"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** One-time links: set-up of the first administrator, invitations. Only the hash of the token is kept. */
export const oneTimeLinks = table("one_time_links", {
  tokenHash: text("token_hash").primaryKey(),
  purpose: text("purpose").notNull(),
  role: text("role"),
  teamId: text("team_id").references(() => teams.id),
  name: text("name").notNull().default(""),
  createdBy: text("created_by"),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at"),
  usedAt: instant("used_at"),
});

/** Guessing counters (AU-7): key = hash of account and network, or of network alone. */
export const signInAttempts = table("sign_in_attempts", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  blockedUntil: instant("blocked_until").notNull(),
  windowStart: instant("window_start").notNull(),
  checksInWindow: integer("checks_in_window").notNull(),
});
