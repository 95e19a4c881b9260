import { provedPassword } from "./account";
import { choice, choices, id, inputOf, line } from "./fields";
import { calendarKinds, whoseCases, type CalendarKind, type WhoseCases } from "./vocabularies";

/** Further addresses than this nobody can keep an eye on. */
export const MOST_FEEDS = 10;

/** A new address for calendar programs: what it tells of, and what the calendar is called there; empty for a neutral name. */
export const feedInput = inputOf({ name: line(80), kinds: choices(calendarKinds, { required: true }), whose: choice(whoseCases, { fallback: "mine" }), password: provedPassword() });
export const feedRevokeInput = inputOf({ feedId: id() });

export type FeedItem = { id: string; name: string; kinds: CalendarKind[]; whose: WhoseCases; createdAt: number; readAt: number | null; revokedAt: number | null };
