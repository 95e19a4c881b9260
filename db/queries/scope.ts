import { inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";

/** Whose rows may be seen. A required argument of every query that reads records. */
export type Scope = { teamIds: readonly string[] };

/** The row condition of a scope: rows of these teams, and without a team nothing at all. */
export const within = (scope: Scope, teamId: AnyColumn): SQL => (scope.teamIds.length ? inArray(teamId, [...scope.teamIds]) : sql`1 = 0`);

/**
 * The same condition on rows that another key finds (ids, an event, a person). Written so that neither engine begins with the team's index,
 * which without statistics looks as good as any other and would read all rows of the team.
 */
export const alsoWithin = (scope: Scope, teamId: AnyColumn): SQL =>
  scope.teamIds.length ? sql`(${teamId} || '') in (${sql.join(scope.teamIds.map((id) => sql`${id}`), sql`, `)})` : sql`1 = 0`;
