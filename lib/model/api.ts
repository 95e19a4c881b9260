import { z } from "zod";
import { provedPassword } from "./account";
import { audienceProfiles } from "./destination";
import { choice, choices, id, inputOf, line, type Field } from "./fields";
import { consentPurposes } from "./vocabularies";

/** What a token may be used for; each is one line of the form in which a token is made. A right that its user does not have is not given by any of them. */
export const apiScopes = ["cases:read", "cases:write", "people:read", "people:write", "allegations:read", "events:read", "release:compute"] as const;
export type ApiScope = (typeof apiScopes)[number];

/** How many days a token lasts; a year is the most. */
export const tokenDays = ["7", "30", "90", "365"] as const;
/** How many it lasts where nobody says so: long enough to see whether the program is any good. */
export const TOKEN_DAYS = "30";

/** What every token begins with, so that people and scanners recognise one in a file. */
export const TOKEN_PREFIX = "erkin_";

export const tokenInput = inputOf({
  name: line(100, { required: true }),
  scopes: choices(apiScopes, { required: true }),
  // How much a program is told is said by somebody, and never by what a form was silent about.
  profile: choice(audienceProfiles),
  purpose: choice(consentPurposes, { fallback: "statistics" }),
  days: choice(tokenDays, { fallback: TOKEN_DAYS }),
  password: provedPassword(),
});
export const tokenRevocationInput = inputOf({ tokenId: id() });

/** What a webhook can be told of: names of entries of the audit log, and what follows from them. */
export const webhookEvents = [
  "case.recorded",
  "case.updated",
  "moment.recorded",
  "release.observed",
  "estimate.changed",
  "person.updated",
  "allegation.recorded",
  "allegation.updated",
  "event.recorded",
  "event.updated",
  "count.recorded",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** An address to call as it was typed, read into its one spelling; why not, as a code. Where it leads is checked again with every call. */
const address = (): Field<string> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z.string("required").max(500, "too_long").transform((typed, issues) => {
      const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
      const problem = typed.trim() === "" ? "required" : url ? addressProblem(url) : "webhook_address";
      if (problem) issues.addIssue({ code: "custom", message: problem });
      return url?.href ?? "";
    }) as unknown as z.ZodType<string>,
});

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host is this machine itself, by its name alone. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
export const isOnion = (hostname: string): boolean => hostname.endsWith(".onion");

/** Plain HTTP goes to this machine and to onion addresses only; names and passwords in an address would end in logs. */
export function addressProblem(url: URL): "webhook_address" | "webhook_https" | undefined {
  if (!["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "" || url.hash !== "") return "webhook_address";
  return url.protocol === "https:" || isLoopback(url.hostname) || isOnion(url.hostname) ? undefined : "webhook_https";
}

export const webhookInput = inputOf({ url: address(), events: choices(webhookEvents, { required: true }), password: provedPassword() });
export const webhookStateInput = inputOf({ webhookId: id(), state: choice(["active", "paused", "removed"] as const), password: provedPassword() });
export const webhookRetryInput = inputOf({ deliveryId: id() });
