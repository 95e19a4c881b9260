import "server-only";
import { changeMail, countMail, findMail, listUnsentMail } from "@/db/queries/mail";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { MailState } from "@/lib/model/vocabularies";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { mailIsSetUp } from "./mail-sender";
import { write } from "./write";

const MOST_LISTED = 100;

/** A mail as administrators see it: for whom, and why it is not sent yet; never its words or its address. Instants in milliseconds. */
export type UnsentMail = { id: string; name: string; kind: string; state: MailState; attempts: number; nextAt: number; problem: string };

/** What waits and what was given up. `host` is the mail server, null where none is set up. */
export async function getMailQueue(actor: Actor): Promise<{ host: string | null; mails: UnsentMail[]; sent: number }> {
  allow(actor, "organisation.manage");
  const { read } = await store();
  const mails = (await listUnsentMail(read, MOST_LISTED)).map(({ mail, name }) => ({ id: mail.id, name, kind: mail.kind, state: mail.state as MailState, attempts: mail.attempts, nextAt: mail.nextAt, problem: mail.problem }));
  return { host: mailIsSetUp() ? (env.smtp?.host ?? null) : null, mails, sent: await countMail(read, "sent") };
}

/** Lets a mail that was given up, or rests, be tried again at once. */
export const retryMail = (actor: Actor, { mailId }: { mailId: string }, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "organisation.manage");
      const mail = await findMail(tx, mailId);
      if (!mail) throw new AppError("not_found");
      const at = realNow();
      if (!["parked", "waiting"].includes(mail.state) || !(await changeMail(tx, mail, { state: "waiting", attempts: 0, nextAt: at, changedAt: at }))) throw new AppError("busy");
      await log("mail.retried", { subject: ["mail", mailId] });
      return { id: mailId };
    },
    meta.submission,
  );
