import "server-only";
import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { insertMail } from "@/db/queries/mail";
import { changePreferences, findPreferences, listToMail, setMailOf } from "@/db/queries/notices";
import { store } from "@/db/store";
import { isQuiet } from "@/lib/model/notice";
import { now, realNow } from "./clock";
import { mailIsSetUp } from "./mail-sender";
import { listListeners, type Listener } from "./notice-people";
import { findHome } from "./organisation";

type Waiting = Awaited<ReturnType<typeof listToMail>>;

/**
 * A turn of the background: makes one mail of everything that a person is to be told of, at once or in the daily mail, outside their quiet hours. The mail
 * is queued and the notices are marked in one transaction, so that no fact is queued twice.
 */
export async function mailPlanTurn(): Promise<void> {
  if (!mailIsSetUp()) return;
  const { read } = await store();
  const waiting = await listToMail(read);
  if (waiting.length === 0) return;
  const zone = (await findHome())?.place.zone ?? "UTC";
  const here = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(zone);
  for (const listener of await listListeners(read)) {
    if (listener.preferences.email === "" || isQuiet(listener.preferences, here.hour)) continue;
    const own = waiting.filter(({ userId }) => userId === listener.userId);
    await queue(listener, own.filter(({ mail }) => mail === "at_once"), null);
    const digest = own.filter(({ mail }) => mail === "digest");
    const hour = lastDigest(here, listener.preferences.digestHour);
    const on = hour.toPlainDate().toString();
    if (digest.some((notice) => notice.at <= hour.epochMilliseconds) && (await findPreferences(read, listener.userId))?.digestOn !== on) await queue(listener, digest, on);
  }
}

/**
 * When the daily mail was due last. It is made at the first moment from then on that is not quiet, even on the day after, if anything waited for it by
 * then; what comes later waits for the next one.
 */
function lastDigest(here: Temporal.ZonedDateTime, hour: number): Temporal.ZonedDateTime {
  const today = here.withPlainTime({ hour });
  return Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : here.subtract({ days: 1 }).withPlainTime({ hour });
}

async function queue({ userId }: Listener, notices: Waiting, digestOn: string | null): Promise<void> {
  if (notices.length === 0) return;
  const at = realNow();
  await (await store()).write(async (tx) => {
    await insertMail(tx, { id: randomUUID(), userId, kind: "notices", figure: new Set(notices.map(({ caseId }) => caseId)).size, nextAt: at, createdAt: at, changedAt: at });
    await setMailOf(tx, notices.map(({ id }) => id), "queued");
    if (digestOn !== null) await changePreferences(tx, userId, { digestOn });
  });
}
