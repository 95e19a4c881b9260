import { and, eq, isNull } from "drizzle-orm";
import { cases, custodyMoments, orderCases, orders } from "@/db/schema";
import type { Reader } from "@/db/store";
import { alsoWithin, type Scope } from "./scope";

/** The cases of a person that may be seen, with whether each still goes on. */
export const listCustodies = (tx: Reader, scope: Scope, personId: string) =>
  tx.select({ id: cases.id, zone: cases.zone, outstanding: cases.outstanding }).from(cases).where(and(eq(cases.personId, personId), alsoWithin(scope, cases.teamId)));

/** The moments of these cases that count. */
export const listMomentsOfPerson = (tx: Reader, scope: Scope, personId: string) =>
  tx
    .select({ caseId: custodyMoments.caseId, kind: custodyMoments.kind, earliest: custodyMoments.earliest, latest: custodyMoments.latest })
    .from(custodyMoments)
    .innerJoin(cases, eq(cases.id, custodyMoments.caseId))
    .where(and(eq(cases.personId, personId), alsoWithin(scope, cases.teamId), isNull(custodyMoments.withdrawn)));

/** The rulings that bind these cases and count. */
export const listRulingsOfPerson = (tx: Reader, scope: Scope, personId: string) =>
  tx
    .select({ caseId: orderCases.caseId, date: orders.date, zone: orders.zone })
    .from(orderCases)
    .innerJoin(orders, eq(orders.id, orderCases.orderId))
    .innerJoin(cases, eq(cases.id, orderCases.caseId))
    .where(and(eq(cases.personId, personId), alsoWithin(scope, cases.teamId), isNull(orders.withdrawn)));
