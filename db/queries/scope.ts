import { inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";

/** Whose rows may be seen. A required argument of every query that reads records. */
export type Scope = { teamIds: readonly string[] };

/** The row condition of a scope: rows of these teams, and without a team nothing at all. */
export const within = (scope: Scope, teamId: AnyColumn): SQL => (scope.teamIds.length ? inArray(teamId, [...scope.teamIds]) : sql`1 = 0`);
