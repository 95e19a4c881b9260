import "server-only";
import { randomUUID } from "node:crypto";
import { findPerson, insertPeople, putNames } from "@/db/queries/people";
import type { Tx } from "@/db/store";
import type { QuickCase } from "@/lib/model/case";
import { refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { NameKind } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { realNow } from "./clock";
import { changesOf, type Log } from "./write";

/** The person a new case is about: somebody known, somebody newly named, or `count` people without a name. Answers their ids. */
export async function newPeople(tx: Tx, log: Log, actor: Actor, teamId: string, input: QuickCase, count: number): Promise<string[]> {
  if (input.who === "known") {
    const known = input.personId ? await findPerson(tx, actor, input.personId) : undefined;
    if (!known) throw refuse("personId", "required");
    return [known.id];
  }
  if (input.who === "named" && input.name === "") throw refuse("name", "required");
  const ids: string[] = [];
  for (let made = 0; made < count; made++) ids.push(await newPerson(tx, log, teamId, input.who === "named" ? input.name : "", input.sex));
  return ids;
}

async function newPerson(tx: Tx, log: Log, teamId: string, name: string, sex: string): Promise<string> {
  const id = randomUUID();
  const at = realNow();
  const single = !/\s/.test(name);
  const identification = name === "" ? "unidentified" : single ? "partly_identified" : "identified";
  const row = { id, teamId, identification, displayName: name, sex, createdAt: at, updatedAt: at };
  await insertPeople(tx, [row]);
  if (name) {
    const kind: NameKind = single ? "given_only" : "legal";
    await putNames(tx, id, [{ id: randomUUID(), personId: id, position: 0, text: name, kind, nameKey: foldName(name) }]);
  }
  await log("person.recorded", { subject: ["person", id], version: [null, 1], changes: changesOf(undefined, row, ["identification", "displayName", "sex"]) });
  return id;
}
