import "server-only";
import { findSession, findUser, markSteppedUp } from "@/db/queries/users";
import { store, type Reader } from "@/db/store";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import { admit, countFailure, countSuccess } from "./guessing";
import { passwordMatches } from "./passwords";
import { write } from "./write";

/** How long a password that was proved again counts (AU-9). */
export const STEP_UP_MS = 5 * 60_000;

/** Whether what this actor is about to do asks for the password first. The command line, which has no session, already holds the data folder. */
export async function needsStepUp(actor: Actor, tx?: Reader): Promise<boolean> {
  allow(actor, "account.write");
  if (actor.sessionHash === null) return false;
  const session = await findSession(tx ?? (await store()).read, actor.sessionHash);
  return realNow() - (session?.steppedUpAt ?? 0) >= STEP_UP_MS;
}

/**
 * Called before the transaction of an act that could harm people if somebody else sat at this screen (exports, keys, merging away). A password that was proved less than
 * five minutes ago counts; else `password`, as typed into the form's field of that name, is checked: problem `password_needed` or `wrong_password` on it.
 */
export async function proveAgain(actor: Actor, password: string | undefined): Promise<void> {
  if (!(await needsStepUp(actor))) return;
  if (!password) throw refuse("password", "password_needed");
  await provePassword(actor, password, "password");
  const session = actor.sessionHash;
  if (session !== null) {
    await write(actor, async (tx, log) => {
      await markSteppedUp(tx, session, realNow());
      await log("session.provedAgain", { subject: ["user", actor.userId] });
    });
  }
}

/** Checks the actor's own password, which can be guessed here no faster than when signing in; throws `wrong_password` on `field`, or `rate_limited`. */
export async function provePassword(actor: Actor, password: string, field: string): Promise<void> {
  const opened = await store();
  const user = await findUser(opened.read, actor.userId);
  if (!user) throw new AppError("not_found");
  const network = `account|${user.id}`;
  await opened.write((tx) => admit(tx, user.login, network));
  if (!(await passwordMatches(user.passwordHash, password.normalize("NFC")))) {
    await write(actor, async (tx, log) => {
      await countFailure(tx, user.login, network);
      await log("session.refused", { subject: ["user", user.id] });
    });
    throw refuse(field, "wrong_password");
  }
  await opened.write((tx) => countSuccess(tx, user.login, network));
}
