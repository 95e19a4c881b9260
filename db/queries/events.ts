import { and, eq } from "drizzle-orm";
import { events } from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

export type EventRow = typeof events.$inferSelect;

export async function findEvent(tx: Reader, scope: Scope, id: string): Promise<EventRow | undefined> {
  const [row] = await tx.select().from(events).where(and(eq(events.id, id), within(scope, events.teamId)));
  return row;
}
