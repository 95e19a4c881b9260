import "server-only";
import { and } from "drizzle-orm";
import { inPlace, pastReading } from "@/db/queries/cases";
import { countInsideByPlace, listActsAllegedIn, listEventsInPlace, listPeopleInPlace } from "@/db/queries/institution-page";
import { findEveryPlace, listInstitutions, listPlaceNames, listPlaces, placeNamesOf, type PlaceRow } from "@/db/queries/organisation";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { foundByWords } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { now } from "./clock";
import { byAct, overHere, someCases } from "./institution-pages";
import { findHome } from "./organisation";

const MOST_SHOWN = 20;
const MOST_PEOPLE = 100;
const MOST_ALLEGED = 300;

/** Every place, or those found by any of their names, with how many of the actor's people are inside there now. */
export async function getPlaceList(actor: Actor, q?: string) {
  allow(actor, "place.read");
  const { read } = await store();
  const all = await listPlaces(read);
  const further = Map.groupBy(await listPlaceNames(read), (name) => name.placeId);
  const otherNames = (row: PlaceRow) => (further.get(row.id) ?? []).map(({ text }) => text);
  const inside = await countInsideByPlace(read, actor);
  const byId = new Map(all.map((row) => [row.id, row]));
  const found = q ? foundByWords(all, q, (row) => [row.nameKk, row.nameRu, row.nameEn, row.code, ...otherNames(row)]) : all;
  const items = found.map((row) => ({ ...row, otherNames: otherNames(row), parent: byId.get(row.parentId ?? "") ?? null, inside: inside.get(row.id) ?? 0 }));
  return { items, mayWrite: can(actor, "place.write") };
}

/** Everything that the page of a place shows; cases and figures in the actor's scope. `mergedInto` leads on. */
export async function getPlacePage(actor: Actor, id: string) {
  allow(actor, "place.read");
  const { read } = await store();
  const row = await findEveryPlace(read, id);
  if (!row) throw new AppError("not_found");
  if (row.mergedIntoId !== null) return { mergedInto: row.mergedIntoId };
  const at = now();
  const places = await listPlaces(read);
  const here = { scope: actor, found: undefined };
  return {
    place: row,
    otherNames: (await placeNamesOf(read, [id])).map(({ text }) => text),
    parent: places.find((place) => place.id === row.parentId) ?? null,
    parts: places.filter((place) => place.parentId === id),
    institutions: (await listInstitutions(read)).filter((each) => each.placeId === id).map(({ id: inside, name, nameKk, nameRu, nameEn, kind }) => ({ id: inside, name, nameKk, nameRu, nameEn, kind })),
    now: at,
    zone: (await findHome())?.place.zone ?? "UTC",
    inside: await someCases({ ...here, outstanding: true, where: inPlace(id) }, at),
    outside: await someCases({ ...here, outstanding: false, where: inPlace(id) }, at),
    overdue: (await someCases({ ...here, outstanding: true, where: and(inPlace(id), pastReading(at)) }, at)).total,
    over: await overHere(actor, { place: id }, at),
    alleged: byAct(actor, await listActsAllegedIn(read, actor, id, MOST_ALLEGED)),
    events: await listEventsInPlace(read, actor, id, MOST_SHOWN),
    people: await listPeopleInPlace(read, actor, id, MOST_PEOPLE),
    mayWrite: can(actor, "place.write"),
  };
}
