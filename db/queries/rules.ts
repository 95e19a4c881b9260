import { and, asc, desc, eq, gt, inArray, sql, type SQL } from "drizzle-orm";
import { cases, people, places, recomputeRuns, releaseEstimates, ruleOverrides, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { caseNaming } from "./case-naming";
import { alsoWithin, type Scope } from "./scope";

export type OverrideRow = typeof ruleOverrides.$inferSelect;
export type RunRow = typeof recomputeRuns.$inferSelect;

/** All versions of all own values, by rule and oldest first: few rows, written by hand. */
export const listOverrides = (tx: Reader): Promise<OverrideRow[]> => tx.select().from(ruleOverrides).orderBy(asc(ruleOverrides.ruleId), asc(ruleOverrides.ruleVersion));

/** The versions of one rule, newest first, each with its author's name. */
export const listVersions = (tx: Reader, ruleId: string) =>
  tx
    .select({ own: ruleOverrides, author: users.name })
    .from(ruleOverrides)
    .innerJoin(users, eq(users.id, ruleOverrides.authorId))
    .where(eq(ruleOverrides.ruleId, ruleId))
    .orderBy(desc(ruleOverrides.ruleVersion));

export const insertOverride = (tx: Tx, row: typeof ruleOverrides.$inferInsert) => tx.insert(ruleOverrides).values(row);

export const insertRun = (tx: Tx, row: typeof recomputeRuns.$inferInsert) => tx.insert(recomputeRuns).values(row);
export const updateRun = (tx: Tx, id: string, change: Partial<Pick<RunRow, "examined" | "moved" | "finishedAt">>) => tx.update(recomputeRuns).set(change).where(eq(recomputeRuns.id, id));
/** Newest first: the first one is the run that counts. */
export const listRuns = (tx: Reader, limit: number): Promise<RunRow[]> => tx.select().from(recomputeRuns).orderBy(desc(recomputeRuns.startedAt), desc(recomputeRuns.id)).limit(limit);

/** A field of a JSON snapshot as text. */
const inJson = (column: typeof releaseEstimates.answer | typeof releaseEstimates.facts, path: readonly string[], dialect: "sqlite" | "postgres"): SQL<string | null> =>
  dialect === "sqlite"
    ? sql<string | null>`json_extract(${column}, ${`$.${path.join(".")}`})`
    : sql<string | null>`(${column})::json #>> ${`{${path.join(",")}}`}::text[]`;

/**
 * Open cases of every team in the order of their ids, each with what its latest estimate was made with. Of the whole organisation, because a
 * run and its counts are about all cases: it tells ids and versions, never what a case says.
 */
export const listStanding = (tx: Reader, dialect: "sqlite" | "postgres", after: string, limit: number) =>
  tx
    .select({
      id: cases.id,
      teamId: cases.teamId,
      dueSort: cases.dueSort,
      country: places.country,
      engine: inJson(releaseEstimates.answer, ["provenance", "engine"], dialect),
      ruleSet: inJson(releaseEstimates.answer, ["provenance", "ruleSet"], dialect),
      ruleSetVersion: inJson(releaseEstimates.answer, ["provenance", "ruleSetVersion"], dialect),
      zoneData: inJson(releaseEstimates.answer, ["provenance", "zoneData"], dialect),
      overrides: inJson(releaseEstimates.facts, ["overrides"], dialect),
    })
    .from(cases)
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(releaseEstimates, eq(releaseEstimates.id, cases.estimateId))
    .where(and(eq(cases.outstanding, true), gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(limit);

export type Standing = Awaited<ReturnType<typeof listStanding>>[number];

/** The next open cases of every team in the order of their ids, for a run. */
export const listOpenCases = (tx: Reader, after: string, limit: number) =>
  tx.select().from(cases).where(and(eq(cases.outstanding, true), gt(cases.id, after))).orderBy(asc(cases.id)).limit(limit);

/** Open cases by id, whoever they belong to; what is shown of them goes through `listMovedCases`. */
export const listOpenByIds = (tx: Reader, ids: readonly string[]) => tx.select().from(cases).where(and(inArray(cases.id, [...ids]), eq(cases.outstanding, true)));

/** How the cases of a scope are named in a list of what moves. */
export const listMovedCases = (tx: Reader, scope: Scope, ids: readonly string[]) =>
  tx
    .select({
      ...caseNaming,
      zone: cases.zone,
    })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .where(and(inArray(cases.id, [...ids]), alsoWithin(scope, cases.teamId)));

export type MovedCase = Awaited<ReturnType<typeof listMovedCases>>[number];
