import type Database from "better-sqlite3";
import { events, eventSites, institutionNames, institutions, organisations, places, sources, teamMembers, teams, users } from "@/db/schema";
import { firstPlaces } from "@/lib/model/first-places";
import { foldName } from "@/lib/names/fold";
import { hashPassword } from "@/lib/services/passwords";
import { LOGIN, PASSWORD, teamIds, USER_ID } from "./asker";
import { inserter } from "./inserting";
import type { Random } from "./random";

const EVENTS = 400;
const SOURCES = 2000;
export type Named = { id: string; name: string; folded: string };
export type World = {
  places: { id: string; code: string; zone: string; folded: string[] }[];
  courts: Named[];
  police: Named[];
  facilities: Named[];
  events: Named[];
  sourceIds: string[];
};

/** Everything that cases refer to: organisation, people who sign in, places, institutions, events, sources. */
export async function loadWorld(db: Database.Database, random: Random, at: number): Promise<World> {
  const stamp = { createdAt: at, updatedAt: at };
  const named = (name: string): Named => ({ id: random.id(), name, folded: foldName(name) });
  const world: World = {
    places: firstPlaces.map(({ code, zone, kk, ru, en }) => ({ id: random.id(), code, zone, folded: [kk, ru, en].map(foldName) })),
    courts: firstPlaces.flatMap(({ ru }) => [1, 2].map((n) => named(`Специализированный суд № ${n}, ${ru}`))),
    police: firstPlaces.flatMap(({ ru }) => [1, 2, 3].map((n) => named(`Отдел полиции № ${n}, ${ru}`))),
    facilities: firstPlaces.flatMap(({ kk }) => [1, 2].map((n) => named(`№ ${n} арнайы қабылдау орны, ${kk}`))),
    events: Array.from({ length: EVENTS }, (_, n) => named(`Бейбіт жиын ${n + 1}`)),
    sourceIds: Array.from({ length: SOURCES }, () => random.id()),
  };
  const passwordHash = await hashPassword(PASSWORD);
  const insert = (table: Parameters<typeof inserter>[1], rows: Parameters<ReturnType<typeof inserter>>[0][]) => rows.forEach(inserter(db, table));
  db.transaction(() => {
    db.exec("DELETE FROM places");
    insert(places, firstPlaces.map(({ code, kk, ru, en, country, zone }, n) => ({ id: world.places[n]?.id, code, nameKk: kk, nameRu: ru, nameEn: en, country, zone, ...stamp })));
    insert(organisations, [{ id: "bench-organisation", name: "Benchmark", defaultLocale: "en", defaultPlaceId: world.places[0]?.id, ...stamp }]);
    insert(teams, teamIds.map((id) => ({ id, name: id, ...stamp })));
    insert(users, [{ id: USER_ID, login: LOGIN, name: "Bench Coordinator", role: "coordinator", locale: "en", passwordHash, ...stamp }]);
    insert(teamMembers, teamIds.slice(0, 2).map((teamId) => ({ teamId, userId: USER_ID })));
    const kinds = [["court", world.courts], ["police", world.police], ["facility", world.facilities]] as const;
    insert(institutions, kinds.flatMap(([kind, list]) => list.map(({ id, name, folded }) => ({ id, kind, name, nameKey: folded, ...stamp }))));
    insert(institutionNames, kinds.flatMap(([, list]) => list.map(({ id, name, folded }) => ({ institutionId: id, nameKey: folded, text: name }))));
    insert(events, world.events.map(({ id, name }) => ({ id, teamId: teamIds[0], kind: "rally", title: name, zone: "Asia/Almaty", ...stamp })));
    insert(eventSites, world.events.map(({ id }) => ({ id: random.id(), eventId: id, placeId: random.pick(world.places).id })));
    insert(sources, world.sourceIds.map((id, n) => ({ id, teamId: teamIds[0], kind: "article", title: `Хабарлама ${n + 1}`, text: "Мәтін. ".repeat(60), capturedAt: at, ...stamp })));
  })();
  return world;
}
