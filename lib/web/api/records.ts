import "server-only";
import type { Destination } from "@/lib/model/destination";
import { operations } from "@/lib/api/contract";
import { AppError } from "@/lib/model/errors";
import { personInput } from "@/lib/model/person";
import { idBehind, pageOfIds } from "@/lib/services/api-lists";
import { listOutAllegations, listOutEvents, listOutPeople } from "@/lib/services/outgoing-by-id";
import { getOutEventFile } from "@/lib/services/outgoing-files";
import { getPlaces } from "@/lib/services/organisation";
import { recordPerson as record } from "@/lib/services/people";
import { readAsForm, sinceOf } from "./asked";
import { cutEventFile, wantedBy } from "./cut";
import { handler } from "./handler";

const FEW = 50;

function found<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new AppError("not_found");
  return item;
}

const asked = ({ cursor, limit = FEW }: { cursor?: string | undefined; limit?: number | undefined }, since: string | undefined, destination: Destination) => ({ cursor, limit, since: sinceOf(since, destination) });

export const listPeople = handler(operations.listPeople, async ({ program: { actor, destination }, query: { updated_since, ...paging } }) => {
  const { ids, next } = await pageOfIds(actor, "people", asked(paging, updated_since, destination));
  const data = await listOutPeople(actor, ids, destination);
  return { body: { data, next }, records: data.length };
});

export const getPerson = handler(operations.getPerson, async ({ program: { actor, destination }, id }) => ({
  body: found(await listOutPeople(actor, [await idBehind(actor, "people", id, destination)], destination)),
}));

export const recordPerson = handler(operations.recordPerson, async ({ program, body, meta }) => {
  const { personId } = await record(program.actor, await readAsForm(personInput, body), meta);
  return { body: { personId }, location: `/people/${personId}` };
});

export const listAllegations = handler(operations.listAllegations, async ({ program: { actor, destination }, query: { updated_since, ...paging } }) => {
  const { ids, next } = await pageOfIds(actor, "allegations", asked(paging, updated_since, destination));
  const data = await listOutAllegations(actor, ids, destination);
  return { body: { data, next }, records: data.length };
});

export const getAllegation = handler(operations.getAllegation, async ({ program: { actor, destination }, id }) => ({
  body: found(await listOutAllegations(actor, [await idBehind(actor, "allegations", id, destination)], destination)),
}));

export const listEvents = handler(operations.listEvents, async ({ program: { actor, destination }, query: { updated_since, ...paging } }) => {
  const { ids, next } = await pageOfIds(actor, "events", asked(paging, updated_since, destination));
  const data = await listOutEvents(actor, ids, destination);
  return { body: { data, next }, records: data.length };
});

export const getEvent = handler(operations.getEvent, async ({ program, id }) => {
  const { actor, destination } = program;
  return { body: cutEventFile(await getOutEventFile(actor, await idBehind(actor, "events", id, destination), destination, wantedBy(program)), program) };
});

export const listCounts = handler(operations.listCounts, async ({ program: { actor, destination }, id }) => {
  const { counts } = await getOutEventFile(actor, await idBehind(actor, "events", id, destination), destination, { allegations: false });
  return { body: { data: counts, next: null }, records: counts.length };
});

/** Reference data of the organisation, all of it: what `placeId` of a new case can be. */
export const listPlaces = handler(operations.listPlaces, async () => {
  const data = (await getPlaces()).map(({ id, nameKk, nameRu, nameEn }) => ({ id, nameKk, nameRu, nameEn }));
  return { body: { data, next: null }, records: data.length };
});
