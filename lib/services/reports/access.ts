import "server-only";
import { findReport, type ReportRow } from "@/db/queries/reports";
import type { Reader } from "@/db/store";
import { audienceProfiles, type AudienceProfile } from "@/lib/model/destination";
import { AppError } from "@/lib/model/errors";
import { can, type Actor, type Permission } from "@/lib/model/permissions";
import { allow } from "../allow";

/**
 * What somebody may read of the reports of their team. What was told to a partner or to everybody may be read by all of the team; what was
 * written for the house itself can hold who a protected source is, so only those who may prepare it read it. The same holds for drafts.
 */
export const readableProfiles = (actor: Actor): AudienceProfile[] => (can(actor, "report.make") ? [...audienceProfiles] : ["partner", "public"]);

/** The report, where the actor may do `permission` with it; `not_found` also for a draft or an inner report that is not theirs to read. */
export async function requireReport(tx: Reader, actor: Actor, permission: Permission, id: string): Promise<ReportRow> {
  const row = await findReport(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, permission, { teamId: row.teamId });
  const isRead = row.state === "issued" || row.state === "withdrawn";
  const open = can(actor, "report.make") || (isRead && readableProfiles(actor).includes(row.profile as AudienceProfile));
  if (!open) throw new AppError("not_found");
  return row;
}

/** The same actor with this team only: a report belongs to one team and must not carry what its readers may not see. */
export const inTeam = (actor: Actor, teamId: string): Actor => ({ ...actor, teamIds: actor.teamIds.filter((id) => id === teamId) });
