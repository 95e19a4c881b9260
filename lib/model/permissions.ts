import type { Role } from "./vocabularies";

/** Who is asking, as read from the database on this very request. */
export type Actor = {
  userId: string;
  name: string;
  role: Role;
  teamIds: readonly string[];
  /** SHA-256 of the session id; `null` for the command line. */
  sessionHash: string | null;
};

/** Stands for somebody who has not signed in: no role helps. */
export const ANONYMOUS = "anonymous";

const everyone: readonly Role[] = ["admin", "coordinator", "monitor", "viewer"];
const recorders: readonly Role[] = ["admin", "coordinator", "monitor"];
const admins: readonly Role[] = ["admin"];

export const permissions = {
  "case.read": everyone,
  "case.write": recorders,
  "case.export": ["admin", "coordinator"],
  "person.read": everyone,
  "person.write": recorders,
  "consent.read": everyone,
  "consent.write": recorders,
  "order.write": recorders,
  "estimate.override": ["admin", "coordinator"],
  "allegation.write": recorders,
  "event.read": everyone,
  "event.write": recorders,
  "import.make": ["admin", "coordinator"],
  "source.read": everyone,
  "source.write": recorders,
  "file.read": everyone,
  "file.write": recorders,
  /** To see who a protected source is and what it says. */
  "source.protected": recorders,
  "task.read": everyone,
  "task.write": recorders,
  "institution.read": everyone,
  "institution.write": recorders,
  "institution.merge": ["admin", "coordinator"],
  "place.read": everyone,
  "place.write": ["admin", "coordinator"],
  "rule.read": everyone,
  "rule.override": admins,
  "calculator.use": everyone,
  "account.write": everyone,
  "user.manage": admins,
  "team.manage": admins,
  "organisation.manage": admins,
  "audit.read": admins,
  /** Reports: to see what was issued, to prepare one, to send it out under a number. */
  "report.read": everyone,
  "report.make": recorders,
  "report.issue": ["admin", "coordinator"],
  /** People and bodies that get something; who they are decides what they are told. */
  "recipient.manage": ["admin", "coordinator"],
  /** Everything at once, in open formats. */
  "export.everything": admins,
  "calendar.read": everyone,
  "notice.read": everyone,
  /** Keys for programs: one's own, with no more rights than oneself. */
  "token.manage": ["admin", "coordinator"],
  "webhook.manage": admins,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** What a record shows of itself to the policy. A record without a team is reference data of the organisation. */
export type Subject = { teamId?: string | null };

/**
 * The one policy: deny unless the role has the permission and, where the subject belongs to a team, the actor does too.
 * Pure, so that the same function hides buttons and guards services.
 */
export function can(actor: Actor, permission: Permission, subject?: Subject): boolean {
  if (actor.userId === ANONYMOUS) return false;
  const allowed: readonly Role[] | undefined = permissions[permission];
  if (!allowed?.includes(actor.role)) return false;
  if (subject && "teamId" in subject) return typeof subject.teamId === "string" && actor.teamIds.includes(subject.teamId);
  return true;
}
