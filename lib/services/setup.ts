import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { findOrganisation, findPlace, listPlaces, putPlaceNames } from "@/db/queries/organisation";
import { findLink } from "@/db/queries/users";
import { oneTimeLinks, organisations, places, teamMembers, teams, users } from "@/db/schema";
import { store, type Tx } from "@/db/store";
import type { setupFields } from "@/lib/model/account";
import { anonymous } from "@/lib/model/actors";
import { AppError, refuse } from "@/lib/model/errors";
import type { ValuesOf } from "@/lib/model/fields";
import { firstPlaces } from "@/lib/model/first-places";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { randomToken, sha256 } from "@/lib/vault/keys";
import { realNow } from "./clock";
import { hashPassword } from "./passwords";
import { normaliseLogin, openSession } from "./sessions";
import { write } from "./write";

export async function isSetUp(): Promise<boolean> {
  return (await findOrganisation((await store()).read)) !== undefined;
}

export async function setupPlaces() {
  return listPlaces((await store()).read);
}

/** Puts the first places into an empty data folder, so that set-up can offer them. */
export async function seedPlaces(): Promise<void> {
  const opened = await store();
  if ((await listPlaces(opened.read)).length) return;
  await write(anonymous, async (tx, log) => {
    const stamp = { createdAt: realNow(), updatedAt: realNow() };
    for (const { code, kk, ru, en, country, zone, at: [latitude, longitude], once = [] } of firstPlaces) {
      const id = randomUUID();
      await tx.insert(places).values({ id, code, nameKk: kk, nameRu: ru, nameEn: en, country, zone, latitude, longitude, ...stamp });
      await putPlaceNames(tx, id, once.map((text) => ({ text, key: foldName(text) })));
    }
    await log("place.seeded", { subject: ["place", "first"] });
  });
}

/** A fresh one-time token for `/setup`; earlier ones stop working. Undefined once the organisation exists. */
export async function issueSetupToken(): Promise<string | undefined> {
  if (await isSetUp()) return undefined;
  const token = randomToken();
  await write(anonymous, async (tx, log) => {
    await tx.delete(oneTimeLinks).where(and(eq(oneTimeLinks.purpose, "setup"), isNull(oneTimeLinks.usedAt)));
    await tx.insert(oneTimeLinks).values({ tokenHash: sha256(token), purpose: "setup", createdAt: realNow() });
    await log("setup.offered", { subject: ["organisation", "new"] });
  });
  return token;
}

/** Whether this token still opens `/setup`. */
export async function setupTokenWorks(token: string): Promise<boolean> {
  const { read } = await store();
  if (await findOrganisation(read)) return false;
  const link = await findLink(read, sha256(token));
  return link?.purpose === "setup" && link.usedAt === null;
}

export type SetupInput = ValuesOf<typeof setupFields>;

/** Creates the organisation, its first team and its first administrator, who is signed in at once. Works exactly once. */
export async function completeSetup(input: SetupInput, device: string): Promise<{ sid: string; actor: Actor }> {
  // Hashing is dear: nobody without the printed link gets that far.
  if (!(await setupTokenWorks(input.token))) throw new AppError("link_used");
  const passwordHash = await hashPassword(input.password);
  const userId = randomUUID();
  const teamId = randomUUID();
  const actor: Actor = { userId, name: input.name, role: "admin", teamIds: [teamId], sessionHash: null };
  const { sid } = await write(actor, async (tx, log) => {
    await useSetupToken(tx, input.token);
    if (!(await findPlace(tx, input.placeId))) throw refuse("placeId", "unknown_option");
    const stamp = { createdAt: realNow(), updatedAt: realNow() };
    await tx.insert(organisations).values({ id: randomUUID(), name: input.organisation, defaultLocale: input.locale, defaultPlaceId: input.placeId, ...stamp });
    await tx.insert(teams).values({ id: teamId, name: input.organisation, ...stamp });
    await tx.insert(users).values({ id: userId, login: normaliseLogin(input.login), name: input.name, role: "admin", locale: input.locale, passwordHash, ...stamp });
    await tx.insert(teamMembers).values({ teamId, userId });
    await log("organisation.created", { subject: ["organisation", teamId], changes: [{ field: "organisation", before: null, after: input.organisation }] });
    return openSession(tx, log, userId, device);
  });
  return { sid, actor };
}

async function useSetupToken(tx: Tx, token: string): Promise<void> {
  if (await findOrganisation(tx)) throw new AppError("link_used");
  const link = await findLink(tx, sha256(token));
  if (link?.purpose !== "setup" || link.usedAt !== null) throw new AppError("link_used");
  await tx.update(oneTimeLinks).set({ usedAt: realNow() }).where(eq(oneTimeLinks.tokenHash, link.tokenHash));
}
