import { and, eq } from "drizzle-orm";
import { sources } from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

export type SourceRow = typeof sources.$inferSelect;

export async function findSource(tx: Reader, scope: Scope, id: string): Promise<SourceRow | undefined> {
  const [row] = await tx.select().from(sources).where(and(eq(sources.id, id), within(scope, sources.teamId)));
  return row;
}
