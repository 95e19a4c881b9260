import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { outCasesById } from "@/db/queries/outgoing";
import { listOverAfter, type OverRow } from "@/db/queries/over-detention";
import { listNames } from "@/db/queries/people";
import { store, type Reader } from "@/db/store";
import { discloseOver } from "@/lib/disclosure/disclose-case";
import type { Destination } from "@/lib/model/destination";
import type { OutCase } from "@/lib/model/outgoing";
import type { OverQuery } from "@/lib/model/over-detention";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { discloserOf, type Discloser } from "./disclosure";
import { outCaseOf } from "./outgoing";
import { overMatchOf } from "./over-detention";

const BATCH = 250;

/** The cases in which somebody was, or is, held too long, as the destination may know them; the longest first. */
export async function* streamOutOver(actor: Actor, query: OverQuery, destination: Destination): AsyncGenerator<OutCase[], void> {
  allow(actor, "case.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  const { match } = await overMatchOf(actor, query);
  let rows: OverRow[] = [];
  do {
    rows = await listOverAfter(read, match, rows.at(-1), BATCH);
    if (rows.length) yield await outOverOf(read, actor, discloser, rows, match.now);
    await nextTurn();
  } while (rows.length === BATCH);
}

/** These rows as the destination may know them, in their order; who is still inside is counted to `at`. */
export async function outOverOf(tx: Reader, actor: Actor, discloser: Discloser, rows: readonly OverRow[], at: number): Promise<OutCase[]> {
  const known = new Map((await outCasesById(tx, actor, rows.map(({ id }) => id))).map((each) => [each.row.id, each]));
  const names = Map.groupBy(await listNames(tx, [...new Set([...known.values()].map(({ person }) => person.id))]), ({ personId }) => personId);
  const rules = await discloser.rules(tx);
  return rows.flatMap(({ id, kind, least, most }) => {
    const each = known.get(id);
    if (!each) return [];
    const item = outCaseOf(actor, each, names.get(each.person.id) ?? [], at);
    return [discloseOver({ ...item, overKind: kind, overMinutes: least, overMinutesMost: most }, at, rules)];
  });
}
