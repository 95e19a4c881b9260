import "server-only";
import { operations } from "@/lib/api/contract";
import { caseInput, momentInput, quickCaseInput } from "@/lib/model/case";
import { eventChoice } from "@/lib/model/case-event";
import { AppError, refuse } from "@/lib/model/errors";
import { treeOf } from "@/lib/model/form-input";
import type { OutCaseFile } from "@/lib/model/outgoing";
import { idBehind, pageOfCaseIds } from "@/lib/services/api-lists";
import type { Program } from "@/lib/services/api-tokens";
import { getEditableCase, recordCase as record, updateCase as update } from "@/lib/services/cases";
import { recordMoment as addMoment } from "@/lib/services/moments";
import { listOutCasesInOrder } from "@/lib/services/outgoing-by-id";
import { getOutCaseFile } from "@/lib/services/outgoing-files";
import { readAsForm, sinceOf } from "./asked";
import { cutCase, cutCaseFile, wantedBy } from "./cut";
import { handler, tagOf } from "./handler";

const FEW = 50;

export const listCases = handler(operations.listCases, async ({ program, query: { cursor, limit = FEW, place, event, person, institution, owner, updated_since, ...query } }) => {
  const { actor, destination } = program;
  const { ids, next } = await pageOfCaseIds(actor, { ...given({ ...query, placeId: place, eventId: event, personId: person, institutionId: institution, ownerId: owner }), since: sinceOf(updated_since, destination) }, { cursor, limit }, destination);
  const data = await listOutCasesInOrder(actor, ids, destination);
  return { body: { data: data.map((item) => cutCase(item, program)), next }, records: data.length };
});

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(parts: T): Given<T> => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Given<T>;

export const recordCase = handler(operations.recordCase, async ({ program, body: { count, ...typed }, meta }) => {
  const { caseIds } = await record(program.actor, await readAsForm(quickCaseInput, { ...typed, ...(count === undefined ? {} : { count: String(count) }) }), meta);
  return { body: { caseIds }, location: caseIds.length === 1 ? `/cases/${caseIds[0]}` : undefined };
});

/** The whole case as this token is told it. */
async function fileFor(program: Program, id: string): Promise<OutCaseFile> {
  const { actor, destination } = program;
  return cutCaseFile(await getOutCaseFile(actor, await idBehind(actor, "cases", id, destination), destination, wantedBy(program)), program);
}

export const getCase = handler(operations.getCase, async ({ program, id }) => ({ body: await fileFor(program, id) }));

/** Fields that are left out stay as they are saved; the version that was read decides, and what was read must be what stands. */
export const updateCase = handler(operations.updateCase, async ({ program, id, body, meta, request }) => {
  const { actor } = program;
  const saved = await getEditableCase(actor, id);
  const match = request.headers.get("if-match")?.trim();
  if (match === undefined || match === "*") throw new AppError("stale_version");
  if (match !== tagOf(JSON.stringify(await fileFor(program, id)))) throw new AppError("conflict");
  if (Object.keys(body).length === 0) throw refuse("body", "required");
  const { events, ownerId, ...plain } = body;
  const typed = {
    ...treeOf(Object.fromEntries(Object.entries(saved.values).map(([name, value]) => [name, [value]]))),
    ...plain,
    ...(ownerId === undefined ? {} : { ownerId: ownerId ?? "" }),
    ...(events === undefined ? {} : { events: events.map(({ eventId, siteId = null, link }) => ({ event: eventChoice({ eventId, siteId }), link })) }),
  };
  const { id: changed } = await update(actor, await readAsForm(caseInput, { ...typed, caseId: id }), { ...meta, version: saved.version });
  return { body: { id: changed } };
});

export const recordMoment = handler(operations.recordMoment, async ({ program, id, body, meta }) => {
  const { caseIds } = await addMoment(program.actor, await readAsForm(momentInput, { ...body, caseIds: [id] }), meta);
  return { body: { caseIds }, location: `/cases/${id}` };
});
