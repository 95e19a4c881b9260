import { organisations, places, teamMembers, teams, users } from "@/db/schema";
import { store, type Store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { firstPlaces } from "@/lib/model/first-places";
import type { Role } from "@/lib/model/vocabularies";
import { ensureKey } from "@/lib/vault/keys";
import { freshStore } from "./stores";

const stamp = { createdAt: 0, updatedAt: 0 };
const actor = (userId: string, role: Role, teamIds: string[]): Actor => ({ userId, name: userId, role, teamIds, sessionHash: null });

/** Everybody that the tests speak of: one team with each role, somebody of another team, somebody of none. */
export const actors = {
  admin: actor("admin", "admin", ["team-a"]),
  coordinator: actor("coordinator", "coordinator", ["team-a"]),
  monitor: actor("monitor", "monitor", ["team-a"]),
  viewer: actor("viewer", "viewer", ["team-a"]),
  stranger: actor("stranger", "monitor", ["team-b"]),
  teamless: actor("teamless", "monitor", []),
};
export const { admin, coordinator, monitor, viewer, stranger, teamless } = actors;

/** Ids of places are their codes in small letters: `ala`, `ast`, `akb` … */
export const almaty = "ala";

/** An organisation in Almaty with two teams and all actors, written straight into a fresh store. */
export async function freshWorld(): Promise<Store & { folder?: string }> {
  ensureKey();
  const opened = await freshStore();
  await opened.write(async (tx) => {
    await tx.insert(places).values(firstPlaces.map(({ code, kk, ru, en, country, zone }) => ({ id: code.toLowerCase(), code, nameKk: kk, nameRu: ru, nameEn: en, country, zone, ...stamp })));
    await tx.insert(organisations).values({ id: "organisation", name: "Erkin test", defaultLocale: "en", defaultPlaceId: almaty, ...stamp });
    await tx.insert(teams).values([{ id: "team-a", name: "Team A", ...stamp }, { id: "team-b", name: "Team B", ...stamp }]);
    const everyone = Object.values(actors);
    await tx.insert(users).values(everyone.map(({ userId, role }) => ({ id: userId, login: userId, name: userId, role, locale: "en", passwordHash: "none", ...stamp })));
    await tx.insert(teamMembers).values(everyone.flatMap(({ userId, teamIds }) => teamIds.map((teamId) => ({ userId, teamId }))));
  });
  return opened;
}

export const reading = async () => (await store()).read;

/** Holds the domain's now; sessions and stamps go on with real time. */
export const setNow = (iso: string): void => void (process.env.ERKIN_NOW = iso);
