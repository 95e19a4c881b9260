import "server-only";
import { AppError } from "@/lib/model/errors";
import { can, type Actor, type Permission, type Subject } from "@/lib/model/permissions";

/**
 * First line of every service, on the subject loaded in the same transaction. A record of another team looks like one that does not
 * exist (AZ-5); a missing right on one's own record is said plainly.
 */
export function allow(actor: Actor, permission: Permission, subject?: Subject): void {
  if (can(actor, permission, subject)) return;
  const hidden = subject !== undefined && "teamId" in subject && !(typeof subject.teamId === "string" && actor.teamIds.includes(subject.teamId));
  throw new AppError(hidden ? "not_found" : "forbidden");
}
