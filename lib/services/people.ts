import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { caseIdsOfPerson, countPeople, findPerson, insertPeople, listCasesOfPeople, listNames, putNames, searchPeople, type PersonRow } from "@/db/queries/people";
import { people } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { personFields, type PersonValues } from "@/lib/model/person";
import type { Identification } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { checkPast } from "./case-access";
import { getCaseList } from "./case-list";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import { historyOf } from "./custody-history";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { changesOf, write, type Log } from "./write";

export const PEOPLE_PAGE = 50;
const MOST_COUNTED = 1000;

const particulars = ["sex", "birthDate", "nationality", "occupation", "affiliation", "residence", "healthRisk", "familyContact"] as const;
const told = ["identification", "displayName", "names", ...particulars] as const;
const kept = new Set<string>(Object.entries(personFields).flatMap(([name, field]) => (field.class === "source" ? [name] : [])));

export const recordPerson = (actor: Actor, input: PersonValues, meta: FormMeta = {}): Promise<{ personId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const teamId = actor.teamIds[0] ?? null;
      allow(actor, "person.write", { teamId });
      if (teamId === null) throw new AppError("forbidden");
      const { names, ...row } = checked(input);
      const id = randomUUID();
      const at = realNow();
      await insertPeople(tx, [{ id, teamId, ...row, createdAt: at, updatedAt: at }]);
      await putPersonNames(tx, id, names);
      await log("person.recorded", { subject: ["person", id], version: [null, 1], changes: changesOf(undefined, { ...row, names: nameTexts(names) }, told) });
      return { personId: id };
    },
    meta.submission,
  );

/** Corrects a person or names somebody who had no name: the cases, their slots and their history stay, and are found by the new names. */
export const updatePerson = (actor: Actor, input: PersonValues & { personId: string }, meta: FormMeta): Promise<{ personId: string }> =>
  write(actor, (tx, log) => updatePersonIn(tx, log, actor, input, meta.version), meta.submission);

/** The same as part of the caller's transaction; `seen` is the version that the change was made from. */
export async function updatePersonIn(tx: Tx, log: Log, actor: Actor, { personId, ...input }: PersonValues & { personId: string }, seen: number | undefined): Promise<{ personId: string }> {
  const before = await requirePerson(tx, actor, personId);
  const { names, ...row } = checked(input);
  const known = await listNames(tx, [personId]);
  const saved = { version: before.version, values: editablePerson(before, known) };
  const version = seenVersion(seen, saved);
  const changed = await tx
    .update(people)
    .set({ ...row, version: version + 1, updatedAt: realNow() })
    .where(and(eq(people.id, personId), eq(people.version, version)))
    .returning({ id: people.id });
  if (changed.length === 0) throw new AppError("conflict", { current: saved });
  await putPersonNames(tx, personId, names);
  const entry = { subject: ["person", personId] as const, version: [version, version + 1] as const };
  const changes = changesOf({ ...before, names: nameTexts(known) }, { ...row, names: nameTexts(names) }, told);
  await log("person.updated", { ...entry, changes });
  for (const caseId of await caseIdsOfPerson(tx, personId)) {
    // The history of a case is open to readers who may not see health risks and family contacts.
    await log("person.updated", { ...entry, caseId, changes: changes.filter(({ field }) => !kept.has(field)) });
    await refreshCaseText(tx, caseId);
  }
  return { personId };
}

type Named = { text: string; kind: string };

const nameTexts = (names: readonly Named[]): string[] => names.map(({ text }) => text);

/** The name to show: the first legal one, else the first given name, else whatever is there. */
const displayNameOf = (names: readonly Named[]): string => (names.find(({ kind }) => kind === "legal") ?? names.find(({ kind }) => kind === "given_only") ?? names[0])?.text ?? "";

/** A person is unidentified exactly while no name is known. */
function checked(input: PersonValues) {
  if (input.names.length === 0 && input.identification !== "unidentified") throw refuse("names", "required");
  checkPast("birthDate", input.birthDate, "UTC");
  const identification: Identification = input.names.length > 0 && input.identification === "unidentified" ? "partly_identified" : input.identification;
  return { ...input, identification, displayName: displayNameOf(input.names) };
}

const putPersonNames = (tx: Tx, personId: string, names: readonly Named[]) =>
  putNames(tx, personId, names.map(({ text, kind }, position) => ({ id: randomUUID(), personId, position, text, kind, nameKey: foldName(text) })));

async function requirePerson(tx: Reader, actor: Actor, id: string): Promise<PersonRow> {
  const row = await findPerson(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "person.write", row);
  return row;
}

/** A person as the edit form shows it. */
export function editablePerson(row: PersonRow, names: readonly Named[]): Record<string, string> {
  const rows = names.flatMap(({ text, kind }, position): [string, string][] => [[`names.${position}.text`, text], [`names.${position}.kind`, kind]]);
  return { identification: row.identification, ...Object.fromEntries(rows), ...Object.fromEntries(particulars.map((name) => [name, row[name] ?? ""])) };
}

export async function getEditablePerson(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requirePerson(read, actor, id);
  return { id, version: row.version, displayName: row.displayName, values: editablePerson(row, await listNames(read, [id])) };
}

/** One page of people, newest first, found by parts of any of their names in any script. */
export async function getPeopleList(actor: Actor, { q = "", page = 1 }: { q?: string | undefined; page?: number }) {
  allow(actor, "person.read");
  const { read } = await store();
  const folded = foldName(q.slice(0, 200));
  const rows = await searchPeople(read, actor, folded, PEOPLE_PAGE, (page - 1) * PEOPLE_PAGE);
  const ids = rows.map((row) => row.id);
  const [names, cases] = [await listNames(read, ids), await listCasesOfPeople(read, actor, ids)];
  const items = rows.map(({ id, displayName, identification, sex }) => ({
    id,
    displayName,
    identification,
    sex,
    otherNames: nameTexts(names.filter((name) => name.personId === id && name.text !== displayName)),
    cases: cases.filter((each) => each.personId === id),
  }));
  return { items, total: await countPeople(read, actor, folded, MOST_COUNTED), page };
}

/** A person with names and cases; health risk and family contact only for those who record, never for a viewer. */
export async function getPersonPage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await findPerson(read, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "person.read", row);
  const { healthRisk, familyContact, ...open } = row;
  const mayWrite = can(actor, "person.write", row);
  const list = await getCaseList(actor, { view: "all", personId: id, sort: "recent" });
  return {
    person: open,
    guarded: mayWrite ? { healthRisk, familyContact } : undefined,
    names: await listNames(read, [id]),
    cases: list.items,
    /** How the detentions follow one another. */
    history: await historyOf(read, actor, id),
    now: list.now,
    zone: (await findHome())?.place.zone ?? "UTC",
    mayWrite,
  };
}
