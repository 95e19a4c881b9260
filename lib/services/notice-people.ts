import "server-only";
import { listPreferences, listWays } from "@/db/queries/notices";
import { listMemberships, listUsers } from "@/db/queries/users";
import type { Reader } from "@/db/store";
import { usualPreferences, type NoticePreferences } from "@/lib/model/notice";
import type { Fact } from "@/lib/model/notice-facts";
import { can } from "@/lib/model/permissions";
import { noticeKinds, type NoticeWay, type Role, type WhoseCases } from "@/lib/model/vocabularies";
import { mailIsSetUp } from "./mail-sender";

/** Somebody who can be told of something, as they are now. */
export type Listener = { userId: string; teamIds: string[]; preferences: NoticePreferences };

/** Everybody who may sign in and read notices, with how they want to be told. */
export async function listListeners(read: Reader): Promise<Listener[]> {
  const [memberships, preferences, ways] = [await listMemberships(read), await listPreferences(read), await listWays(read)];
  return (await listUsers(read)).flatMap((user): Listener[] => {
    const teamIds = memberships.flatMap((each) => (each.userId === user.id ? [each.teamId] : []));
    const actor = { userId: user.id, name: user.name, role: user.role as Role, teamIds, sessionHash: null };
    if (!user.active || !can(actor, "notice.read")) return [];
    return [{ userId: user.id, teamIds, preferences: preferencesOf(preferences.find((row) => row.userId === user.id), ways.filter((row) => row.userId === user.id)) }];
  });
}

type Row = { email: string; whose: string; digestHour: number; quietFrom: number | null; quietTo: number | null };

/** What somebody chose, and the usual where they chose nothing. */
export function preferencesOf(row: Row | undefined, ways: readonly { kind: string; way: string }[]): NoticePreferences {
  const chosen = Object.fromEntries(ways.flatMap(({ kind, way }) => (noticeKinds.some((known) => known === kind) ? [[kind, way as NoticeWay]] : [])));
  const { email, whose, digestHour, quietFrom, quietTo } = row ?? usualPreferences;
  return { email, whose: whose as WhoseCases, digestHour, quietFrom, quietTo, ways: { ...usualPreferences.ways, ...chosen } };
}

/** Whether somebody is told of what belongs to a team and to one of its people, or to nobody yet: nobody inside is to be forgotten because nobody took the case. */
export const concerns = ({ userId, teamIds, preferences }: Listener, { teamId, ownerId }: { teamId: string; ownerId: string | null }): boolean =>
  teamIds.includes(teamId) && (preferences.whose === "teams" || ownerId === null || ownerId === userId);

/** The row of a notice for one person; undefined where they do not want to be told. `at` is the domain's now. */
export function noticeFor({ userId, preferences }: Listener, { kind, key, caseId, taskId, about }: Fact, at: number) {
  const way = preferences.ways[kind];
  if (way === "off") return undefined;
  const mails = preferences.email !== "" && mailIsSetUp();
  return { userId, kind, factKey: key, caseId, taskId, about, at, mail: mails && way === "mail" ? "at_once" : mails && way === "digest" ? "digest" : "none" };
}
