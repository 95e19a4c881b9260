import "server-only";
import { findCase } from "@/db/queries/cases";
import { findEvent } from "@/db/queries/events";
import type { Reader } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";

/** Whose a case or an event is; undefined where it is not there or not in scope. */
export async function subjectTeam(tx: Reader, actor: Actor, kind: "case" | "event", id: string): Promise<string | undefined> {
  return (kind === "case" ? await findCase(tx, actor, id) : await findEvent(tx, actor, id))?.teamId;
}

/** What it is called in the house; undefined where it is not in scope. */
export async function subjectName(tx: Reader, actor: Actor, kind: "case" | "event", id: string): Promise<{ href: string; name: string } | undefined> {
  const name = kind === "case" ? (await findCase(tx, actor, id))?.reference : (await findEvent(tx, actor, id))?.title;
  return name === undefined ? undefined : { href: kind === "case" ? `/cases/${id}` : `/events/${id}`, name };
}
