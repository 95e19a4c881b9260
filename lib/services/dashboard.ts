import "server-only";
import { Temporal } from "temporal-polyfill";
import { countCasesWithLimits } from "@/db/queries/clocks";
import { countOutstanding, custodyFlows, type OutstandingCounts, type PlaceCounts } from "@/db/queries/dashboard";
import { store } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import { custodyDays } from "@/lib/model/custody-days";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { endOfToday, getCaseList, type CaseList } from "./case-list";
import { now } from "./clock";
import { LIMIT_WATCH_MS } from "./clocks";
import { findHome } from "./organisation";
import { listMyTasks, type ListedTask } from "./tasks";

const DAY_MS = 86_400_000;
const CHART_DAYS = 60;

export type Dashboard = {
  now: number;
  zone: string;
  /** `limits`: cases with a legal limit that passes within a day, or passed within the last one and is still open. */
  counts: OutstandingCounts & { limits: number };
  list: CaseList;
  /** Due today or already in the window of release, soonest first. */
  dueToday: CaseList["items"];
  byPlace: PlaceCounts[];
  /** The reader's own open tasks, the most urgent first; a few of them. */
  myTasks: ListedTask[];
  /** How many were in custody at the end of each of the last days, oldest first; dates are YYYY-MM-DD. */
  inCustody: { date: string; held: number }[];
};

/** What a coordinator sees at eight in the morning: counts, the urgent list (or another view of it), who is due today, and the two pictures. */
export async function getDashboard(actor: Actor, query: Pick<CaseQuery, "view" | "page"> = {}): Promise<Dashboard> {
  allow(actor, "case.read");
  const { read } = await store();
  const at = now();
  const zone = (await findHome())?.place.zone ?? "UTC";
  const today = await endOfToday(at);
  const { counts, byPlace } = await countOutstanding(read, actor, at, today);
  const limits = await countCasesWithLimits(read, actor, at - LIMIT_WATCH_MS, at + LIMIT_WATCH_MS);
  const list = await getCaseList(actor, query);
  const dueToday = counts.dueToday === 0 ? [] : (await getCaseList(actor, { view: "due_today" })).items;
  return { now: at, zone, counts: { ...counts, limits }, list, dueToday, byPlace, myTasks: await listMyTasks(actor), inCustody: await custodyPerDay(actor, counts.held, at, today, zone) };
}

/** Walks back from today's figure over what came in and went out each day, so that the cost follows the window and not the table. */
async function custodyPerDay(actor: Actor, held: number, at: number, endOfDay: number, zone: string): Promise<{ date: string; held: number }[]> {
  const { read } = await store();
  const offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const flows = await custodyFlows(read, actor, endOfDay - CHART_DAYS * DAY_MS, endOfDay, offset);
  const lastDay = Math.floor((endOfDay - 1 + offset) / DAY_MS);
  return custodyDays(held, flows, lastDay, CHART_DAYS);
}
