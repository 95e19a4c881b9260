import type { Actor } from "@/lib/model/permissions";
import type { Records } from "./matrix-records";

/**
 * `read`: the team, whatever the role. `write`: those of the team who record. `new`: whoever records, in a team of their own. `list`: everybody,
 * of their own team only. `offer`: the same for those who record. `recorders`: whoever records, of no team or any. `export`: coordinators and
 * administrators. `override`: those of them who are
 * of the team. `admin`. `self`: one's own account.
 */
export type Policy = "read" | "write" | "new" | "list" | "offer" | "recorders" | "export" | "override" | "admin" | "account" | "self";
export type Call = (actor: Actor, its: Records) => unknown;

export async function drained<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}
