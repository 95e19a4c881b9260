import { flag, identity, index, instant, integer, primaryKey, table, text, uniqueIndex } from "@/db/kit";
import { users } from "./user";

/** Keys for programs. Of the secret only a hash is kept; what it may do beside its scopes is what its user may do at that moment. */
export const apiTokens = table(
  "api_tokens",
  {
    ...identity(),
    userId: text("user_id").notNull().references(() => users.id),
    name: text("name").notNull(),
    /** The first letters of the secret, by which its owner recognises it. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the whole token; it also names the token in the audit log. */
    secretHash: text("secret_hash").notNull(),
    profile: text("profile").notNull(),
    /** What a person must have agreed to before a token for outside the house names them. */
    purpose: text("purpose").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** YYYY-MM-DD in UTC; null = never used. */
    lastUsedDay: text("last_used_day"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [uniqueIndex("api_tokens_secret").on(t.secretHash), index("api_tokens_user").on(t.userId)],
);

export const apiTokenScopes = table(
  "api_token_scopes",
  {
    tokenId: text("token_id").notNull().references(() => apiTokens.id),
    scope: text("scope").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.scope] })],
);

/** Addresses that are told when something happens. None exists until somebody adds one. */
export const webhooks = table("webhooks", {
  ...identity(),
  /** Whose view decides what is told: only what this user may see at that moment. */
  userId: text("user_id").notNull().references(() => users.id),
  url: text("url").notNull(),
  /** The key of the signatures, sealed with the installation's. */
  sealedSecret: text("sealed_secret").notNull(),
  active: flag("active").notNull().default(true),
  /** The last entry of the audit log that was looked at. */
  lastSeq: integer("last_seq").notNull(),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
});

export const webhookSubscriptions = table(
  "webhook_subscriptions",
  {
    webhookId: text("webhook_id").notNull().references(() => webhooks.id),
    event: text("event").notNull(),
  },
  (t) => [primaryKey({ columns: [t.webhookId, t.event] })],
);

/** What is to be told, was told, or could not be told. */
export const webhookDeliveries = table(
  "webhook_deliveries",
  {
    ...identity(),
    webhookId: text("webhook_id").notNull().references(() => webhooks.id),
    seq: integer("seq").notNull(),
    event: text("event").notNull(),
    /** The very bytes that are sent and signed. */
    body: text("body").notNull(),
    /** `waiting`, `done`, `parked`. */
    state: text("state").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAt: instant("next_at").notNull(),
    lastAt: instant("last_at"),
    /** HTTP status, or why there was none: `timeout`, `refused` … */
    lastStatus: text("last_status"),
  },
  (t) => [uniqueIndex("webhook_deliveries_once").on(t.webhookId, t.seq, t.event), index("webhook_deliveries_state").on(t.webhookId, t.state, t.seq)],
);
