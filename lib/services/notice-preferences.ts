import "server-only";
import { randomUUID } from "node:crypto";
import { insertMail, testedSince } from "@/db/queries/mail";
import { changePreferences, findPreferences, insertPreferences, listWays, putWays } from "@/db/queries/notices";
import { store, type Reader } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { USUAL_DIGEST_HOUR, usualPreferences, type NoticePreferences } from "@/lib/model/notice";
import type { Actor } from "@/lib/model/permissions";
import { noticeKinds, type NoticeKind, type NoticeWay, type WhoseCases } from "@/lib/model/vocabularies";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { mailIsSetUp } from "./mail-sender";
import { preferencesOf } from "./notice-people";
import { changesOf, write } from "./write";

/** A test mail at most this often: the address may be somebody else's. */
const TEST_REST_MS = 60_000;

export type PreferencePage = { preferences: NoticePreferences; version: number; emailTestedAt: number | null; mailIsSetUp: boolean };

/** How one is told now. */
export async function getNoticePreferences(actor: Actor): Promise<PreferencePage> {
  allow(actor, "notice.read");
  return { ...(await chosenBy((await store()).read, actor.userId)), mailIsSetUp: mailIsSetUp() };
}

async function chosenBy(tx: Reader, userId: string) {
  const row = await findPreferences(tx, userId);
  return { preferences: preferencesOf(row, await listWays(tx, userId)), version: row?.version ?? 1, emailTestedAt: row?.emailTestedAt ?? null };
}

type Input = Record<NoticeKind, NoticeWay> & { email: string; whose: WhoseCases; digestHour: number | null; quietFrom: number | null; quietTo: number | null };

/** Changes how one is told. A new address has not been tested yet. */
export const setNoticePreferences = (actor: Actor, input: Input, meta: FormMeta): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "notice.read");
      const { email, whose, quietFrom, quietTo } = input;
      if ((quietFrom === null) !== (quietTo === null)) throw refuse("quietTo", "quiet_both");
      const before = await chosenBy(tx, actor.userId);
      const saved = { version: before.version, values: editable(before.preferences) };
      if (seenVersion(meta.version, saved) !== before.version) throw new AppError("conflict", { current: saved });
      const at = realNow();
      const digestHour = input.digestHour ?? USUAL_DIGEST_HOUR;
      await insertPreferences(tx, { userId: actor.userId, createdAt: at, updatedAt: at });
      const values = { email, whose, digestHour, quietFrom, quietTo, version: before.version + 1, updatedAt: at };
      await changePreferences(tx, actor.userId, { ...values, ...(email === before.preferences.email ? {} : { emailTestedAt: null }) });
      const ways = Object.fromEntries(noticeKinds.map((kind) => [kind, input[kind]])) as Record<NoticeKind, NoticeWay>;
      await putWays(tx, actor.userId, Object.fromEntries(Object.entries(ways).filter(([kind, way]) => usualPreferences.ways[kind as NoticeKind] !== way)));
      // The address itself is nobody else's business, not even in the log.
      const told = ["whose", "digestHour", "quietFrom", "quietTo"];
      await log("notice.preferred", { subject: ["notice", actor.userId], version: [before.version, before.version + 1], changes: changesOf(before.preferences, { whose, digestHour, quietFrom, quietTo }, told) });
      return { id: actor.userId };
    },
    meta.submission,
  );

/** Queues a mail that says nothing but that mail works, to one's own saved address. */
export const sendTestMail = (actor: Actor, _input: object = {}, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "notice.read");
      if (!mailIsSetUp()) throw refuse("email", "mail_not_set_up");
      if (!(await findPreferences(tx, actor.userId))?.email) throw refuse("email", "no_address");
      const at = realNow();
      if (await testedSince(tx, actor.userId, at - TEST_REST_MS)) throw new AppError("rate_limited", { params: { seconds: TEST_REST_MS / 1000 } });
      const id = randomUUID();
      await insertMail(tx, { id, userId: actor.userId, kind: "test", nextAt: at, createdAt: at, changedAt: at });
      await log("mail.tested", { subject: ["mail", id] });
      return { id };
    },
    meta.submission,
  );

const editable = ({ email, whose, digestHour, quietFrom, quietTo, ways }: NoticePreferences): Record<string, string> => ({
  email,
  whose,
  digestHour: String(digestHour),
  quietFrom: quietFrom === null ? "" : String(quietFrom),
  quietTo: quietTo === null ? "" : String(quietTo),
  ...ways,
});
