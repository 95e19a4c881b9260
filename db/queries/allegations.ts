import { and, asc, desc, eq, exists, gte, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { allegationActs, allegationCases, allegationPerpetrators, allegations, cases, eventSites, institutions, people } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type AllegationRow = typeof allegations.$inferSelect;

export const insertAllegation = (tx: Tx, row: typeof allegations.$inferInsert) => tx.insert(allegations).values(row);

export async function findAllegation(tx: Reader, scope: Scope, id: string): Promise<AllegationRow | undefined> {
  const [row] = await tx.select().from(allegations).where(and(eq(allegations.id, id), within(scope, allegations.teamId)));
  return row;
}

/** Allegations that concern a case, newest first. */
export const listAllegationsOfCase = async (tx: Reader, caseId: string): Promise<AllegationRow[]> =>
  (await tx.select({ allegation: allegations }).from(allegationCases).innerJoin(allegations, eq(allegations.id, allegationCases.allegationId)).where(eq(allegationCases.caseId, caseId)).orderBy(desc(allegations.createdAt))).map(
    ({ allegation }) => allegation,
  );

/** Which allegations are meant; `from` and `to` (exclusive) are instants at which they are alleged to have begun; `undated`: nobody says when; `among`: of one of the cases that it takes in. */
export type AllegationFilter = { act?: string; agencyId?: string; verification?: string; response?: string; placeId?: string; eventId?: string; from?: number; to?: number; among?: SQL; undated?: boolean };

function allegationMatch(tx: Reader, scope: Scope, { act, agencyId, verification, response, placeId, eventId, from, to, among, undated }: AllegationFilter): SQL | undefined {
  const own = allegations.id;
  const cited = (condition: SQL | undefined) => exists(tx.select({ one: sql`1` }).from(allegationCases).innerJoin(cases, eq(cases.id, allegationCases.caseId)).where(and(eq(allegationCases.allegationId, own), condition)));
  return and(
    within(scope, allegations.teamId),
    act === undefined ? undefined : exists(tx.select({ one: sql`1` }).from(allegationActs).where(and(eq(allegationActs.allegationId, own), eq(allegationActs.act, act)))),
    agencyId === undefined ? undefined : exists(tx.select({ one: sql`1` }).from(allegationPerpetrators).where(and(eq(allegationPerpetrators.allegationId, own), eq(allegationPerpetrators.institutionId, agencyId)))),
    verification === undefined ? undefined : eq(allegations.verification, verification),
    response === undefined ? undefined : eq(allegations.response, response),
    placeId === undefined
      ? undefined
      : or(eq(allegations.placeId, placeId), cited(eq(cases.placeId, placeId)), exists(tx.select({ one: sql`1` }).from(eventSites).where(and(eq(eventSites.eventId, allegations.eventId), eq(eventSites.placeId, placeId))))),
    eventId === undefined ? undefined : eq(allegations.eventId, eventId),
    from === undefined ? undefined : gte(allegations.earliest, from),
    to === undefined ? undefined : lt(allegations.earliest, to),
    undated ? isNull(allegations.earliest) : undefined,
    among && cited(among),
  );
}

/** Those that match, last recorded first. */
export const listAllegations = (tx: Reader, scope: Scope, filter: AllegationFilter, limit: number, offset: number): Promise<AllegationRow[]> =>
  tx.select().from(allegations).where(allegationMatch(tx, scope, filter)).orderBy(desc(allegations.createdAt), asc(allegations.id)).limit(limit).offset(offset);

/** Those that match and stand, in the order in which they are alleged to have happened, those of unknown date last. */
export const listStandingAllegations = (tx: Reader, scope: Scope, filter: AllegationFilter): Promise<AllegationRow[]> =>
  tx.select().from(allegations).where(and(allegationMatch(tx, scope, filter), isNull(allegations.withdrawn))).orderBy(sql`case when ${allegations.earliest} is null then 1 else 0 end`, asc(allegations.earliest), asc(allegations.createdAt), asc(allegations.id));

/** How many match, counted up to `most`. */
export async function countAllegations(tx: Reader, scope: Scope, filter: AllegationFilter, most: number): Promise<number> {
  const counted = tx.select({ one: sql`1`.as("one") }).from(allegations).where(allegationMatch(tx, scope, filter)).limit(most).as("counted");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(counted);
  return Number(row?.n ?? 0);
}

/** The bodies that allegations in scope name as responsible. */
export const listAccusedBodies = (tx: Reader, scope: Scope) =>
  tx
    .selectDistinct({ id: institutions.id, kind: institutions.kind, name: institutions.name, nameKk: institutions.nameKk, nameRu: institutions.nameRu, nameEn: institutions.nameEn })
    .from(allegationPerpetrators)
    .innerJoin(allegations, eq(allegations.id, allegationPerpetrators.allegationId))
    .innerJoin(institutions, eq(institutions.id, allegationPerpetrators.institutionId))
    .where(within(scope, allegations.teamId))
    .orderBy(asc(institutions.name));

export const listAllegationCases = async (tx: Reader, allegationId: string): Promise<string[]> =>
  (await tx.select({ id: allegationCases.caseId }).from(allegationCases).where(eq(allegationCases.allegationId, allegationId))).map((row) => row.id);

/** The cases among which the victims of these allegations are, as far as they may be seen, with who they are about. */
export const listVictims = (tx: Reader, scope: Scope, allegationIds: readonly string[]) =>
  tx
    .select({ allegationId: allegationCases.allegationId, id: cases.id, reference: cases.reference, slot: cases.slot, slotCount: cases.slotCount, displayName: people.displayName, sex: people.sex })
    .from(allegationCases)
    .innerJoin(cases, eq(cases.id, allegationCases.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(inArray(allegationCases.allegationId, [...allegationIds]), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(cases.reference));

type Bound = { acts: readonly string[]; caseIds: readonly string[]; perpetrators: readonly Omit<typeof allegationPerpetrators.$inferInsert, "allegationId" | "position">[] };

/** Makes an allegation consist of exactly these acts, concern exactly these cases and name exactly these perpetrators. */
export async function bindAllegation(tx: Tx, allegationId: string, { acts, caseIds, perpetrators }: Bound): Promise<void> {
  await tx.delete(allegationActs).where(eq(allegationActs.allegationId, allegationId));
  await tx.insert(allegationActs).values(acts.map((act, position) => ({ allegationId, act, position })));
  await tx.delete(allegationCases).where(eq(allegationCases.allegationId, allegationId));
  if (caseIds.length) await tx.insert(allegationCases).values(caseIds.map((caseId) => ({ allegationId, caseId })));
  await tx.delete(allegationPerpetrators).where(eq(allegationPerpetrators.allegationId, allegationId));
  if (perpetrators.length) await tx.insert(allegationPerpetrators).values(perpetrators.map((each, position) => ({ ...each, allegationId, position })));
}
