import "server-only";
import { randomUUID } from "node:crypto";
import { createTranslator } from "use-intl/core";
import { countLiveFeeds, endFeed, findLiveFeed, insertFeed, listFeedsOf, touchFeed, type FeedRow } from "@/db/queries/calendar-feeds";
import { findUser, teamIdsOf } from "@/db/queries/users";
import { store } from "@/db/store";
import { icsOf, type FeedDate } from "@/lib/exchange/ics";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { MOST_FEEDS, type FeedItem } from "@/lib/model/calendar-feed";
import { AppError, isDiskFull, refuse } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { calendarKinds, type CalendarKind, type Role, type WhoseCases } from "@/lib/model/vocabularies";
import { randomToken, sha256 } from "@/lib/vault/keys";
import { feedWords, isDoubtful, type AllWords } from "@/lib/wording/calendar-words";
import { allow } from "./allow";
import { datesIn } from "./calendar-dates";
import { now, realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { proveAgain } from "./step-up";
import { changesOf, write } from "./write";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How far back and ahead a feed reaches. */
const BACK_MS = 31 * DAY_MS;
const AHEAD_MS = 800 * DAY_MS;
/** A program that reads an address cannot turn the page: what is left out of it is lost to whoever relies on it. */
const MOST_IN_FEED = 5000;

const told = ["name", "kinds", "whose"] as const;

/** Makes an address for calendar programs. The token is answered once; of it only the SHA-256 is kept. */
export async function makeFeed(actor: Actor, { password, ...input }: { name: string; kinds: CalendarKind[]; whose: WhoseCases; password: string }, meta: FormMeta = {}): Promise<{ token: string }> {
  allow(actor, "calendar.read");
  await proveAgain(actor, password);
  const token = randomToken();
  await write(actor, async (tx, log) => {
    if ((await countLiveFeeds(tx, actor.userId)) >= MOST_FEEDS) throw refuse("name", "too_many_feeds", { max: MOST_FEEDS });
    const id = randomUUID();
    await insertFeed(tx, { id, userId: actor.userId, tokenHash: sha256(token), name: input.name, kinds: input.kinds.join(" "), whose: input.whose, createdAt: realNow() });
    await log("feed.made", { subject: ["feed", id], changes: changesOf(undefined, input, told) });
    return { id };
  }, meta.submission);
  return { token };
}

/** One's own addresses, newest first. */
export async function listFeeds(actor: Actor): Promise<FeedItem[]> {
  allow(actor, "calendar.read");
  return (await listFeedsOf((await store()).read, actor.userId)).map(({ id, name, kinds, whose, createdAt, readAt, revokedAt }) => ({ id, name, kinds: kindsOf(kinds), whose: whose as WhoseCases, createdAt, readAt, revokedAt }));
}

/** Ends one of one's own addresses: the next request finds nothing under it. */
export const revokeFeed = (actor: Actor, { feedId }: { feedId: string }, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "calendar.read");
      if (!(await endFeed(tx, actor.userId, feedId, realNow()))) throw new AppError("not_found");
      await log("feed.revoked", { subject: ["feed", feedId] });
      return { id: feedId };
    },
    meta.submission,
  );

const kindsOf = (kinds: string): CalendarKind[] => calendarKinds.filter((kind) => kinds.split(" ").includes(kind));

/**
 * The calendar behind a token, with the rights that its owner has at this moment; undefined for a token that is unknown or revoked, and where its
 * owner may no longer sign in. It names cases by reference and says nothing that anybody wrote.
 */
export async function readFeed(token: string): Promise<{ body: string; etag: string } | undefined> {
  const { read } = await store();
  const feed = await findLiveFeed(read, sha256(token));
  const user = feed && (await findUser(read, feed.userId));
  if (!feed || !user?.active) return undefined;
  const actor: Actor = { userId: user.id, name: user.name, role: user.role as Role, teamIds: await teamIdsOf(read, user.id), sessionHash: null };
  if (!can(actor, "calendar.read")) return undefined;
  const at = now();
  const homeZone = (await findHome())?.place.zone ?? "UTC";
  const range = { from: at - BACK_MS, until: at + AHEAD_MS, most: MOST_IN_FEED, ...(feed.whose === "mine" ? { ownerId: actor.userId } : {}) };
  const { items } = await datesIn({ read, scope: actor, range, now: at, homeZone }, kindsOf(feed.kinds));
  const locale = isLocale(user.locale) ? user.locale : defaultLocale;
  const t = createTranslator({ locale, messages: await messagesOf(locale) }) as unknown as AllWords;
  const dates = items.map((item): FeedDate => ({ ...feedWords(item, t), uid: uidOf(feed, item.key), doubtful: isDoubtful(item), modified: item.modified, from: item.from, to: item.to, zone: item.zone }));
  const body = icsOf(feed.name || t("calendar.feed.name"), dates);
  await noteRead(feed);
  return { body, etag: `"${sha256(body).slice(0, 32)}"` };
}

/** The same for a record as long as the address is; another for each address, and no id of ours. */
const uidOf = (feed: FeedRow, key: string): string => `${sha256(`${feed.tokenHash}/${key}`).slice(0, 32)}@calendar`;

/** At most once an hour: programs ask far more often. */
async function noteRead({ id, readAt }: FeedRow): Promise<void> {
  const at = realNow();
  if (readAt !== null && at - readAt < HOUR_MS) return;
  try {
    await (await store()).write((tx) => touchFeed(tx, id, at));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}
