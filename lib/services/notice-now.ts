import "server-only";
import { randomUUID } from "node:crypto";
import { findPreferences, insertNotices, listWays } from "@/db/queries/notices";
import type { Tx } from "@/db/store";
import type { Fact } from "@/lib/model/notice-facts";
import type { Actor } from "@/lib/model/permissions";
import { now } from "./clock";
import { noticeFor, preferencesOf } from "./notice-people";

/** Tells somebody, in the transaction that does it, that something was given to them; nobody is told of what they took themselves. */
export async function noteGiven(tx: Tx, actor: Actor, userId: string | null, fact: Fact): Promise<void> {
  if (userId === null || userId === actor.userId) return;
  const listener = { userId, teamIds: [], preferences: preferencesOf(await findPreferences(tx, userId), await listWays(tx, userId)) };
  const row = noticeFor(listener, fact, now());
  if (row) await insertNotices(tx, [{ id: randomUUID(), ...row }]);
}
