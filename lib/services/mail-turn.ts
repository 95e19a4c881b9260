import "server-only";
import { createTranslator } from "use-intl/core";
import { changeMail, deleteOldMail, listDueMail, type MailRow } from "@/db/queries/mail";
import { changePreferences, findPreferences } from "@/db/queries/notices";
import { findUser } from "@/db/queries/users";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { realNow } from "./clock";
import { deliver, mailDomain, mailIsSetUp, type Delivery, type OutgoingMail } from "./mail-sender";

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** How long after each try that came to nothing the next one is made: the last entry holds for all further ones. */
const RESTS_MS = [1, 5, 15, 60, 240, 1440].map((minutes) => minutes * MINUTE_MS);
/** After so many tries a mail is given up until an administrator lets it be tried again. */
const MOST_TRIES = 8;
/** No try lasts this long: whoever was at it is gone. */
const ABANDONED_MS = 10 * MINUTE_MS;
const AT_A_TIME = 20;
const KEPT_MS = 30 * DAY_MS;

/**
 * A turn of the background: hands what waits to the mail server, one after the other. Each mail is marked before it is handed over and settled after, so
 * that nothing is lost where this process ends in between; it may then be sent a second time, under the same Message-ID.
 */
export async function mailTurn(): Promise<void> {
  if (!mailIsSetUp()) return;
  const opened = await store();
  for (const mail of await listDueMail(opened.read, realNow(), realNow() - ABANDONED_MS, AT_A_TIME)) await send(mail);
  await opened.write((tx) => deleteOldMail(tx, realNow() - KEPT_MS));
}

async function send(found: MailRow): Promise<void> {
  const opened = await store();
  const sending = { state: "sending", attempts: found.attempts + 1, changedAt: realNow() };
  if (!(await opened.write((tx) => changeMail(tx, found, sending)))) return;
  const mail = { ...found, ...sending };
  const letter = await letterOf(mail);
  const delivery = letter ? await deliver(letter) : undefined;
  const at = realNow();
  await opened.write(async (tx) => {
    await changeMail(tx, mail, { ...after(mail, delivery, at), changedAt: at });
    if (delivery?.taken && mail.kind === "test") await changePreferences(tx, mail.userId, { emailTestedAt: at });
  });
}

function after({ attempts }: MailRow, delivery: Delivery | undefined, at: number): Partial<MailRow> {
  if (!delivery) return { state: "dropped", problem: "" };
  if (delivery.taken) return { state: "sent", problem: "" };
  if (delivery.forGood || attempts >= MOST_TRIES) return { state: "parked", problem: delivery.problem };
  return { state: "waiting", problem: delivery.problem, nextAt: at + (RESTS_MS[Math.min(attempts, RESTS_MS.length) - 1] ?? DAY_MS) };
}

/** The words of a mail in the language of whoever gets it, as they are now; undefined where they have no address or may no longer sign in. */
async function letterOf({ id, userId, kind, figure }: MailRow): Promise<OutgoingMail | undefined> {
  const { read } = await store();
  const user = await findUser(read, userId);
  const to = (await findPreferences(read, userId))?.email;
  if (!user?.active || !to) return undefined;
  const locale = isLocale(user.locale) ? user.locale : defaultLocale;
  const t = createTranslator({ locale, messages: await messagesOf(locale) }) as unknown as (key: string, values?: Record<string, string | number>) => string;
  const open = env.appOrigin ? t("notices.mail.open_at", { origin: env.appOrigin }) : t("notices.mail.open");
  const text = kind === "test" ? `${t("notices.mail.test")}\n` : `${t("notices.mail.body", { count: figure })}\n${open}\n`;
  return { to, subject: t("notices.mail.subject"), text, messageId: `<${id}@${mailDomain()}>` };
}
