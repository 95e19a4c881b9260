import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, submissions, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { findProgram, issueToken } from "@/lib/services/api-tokens";
import { makeFeed, readFeed } from "@/lib/services/calendar-feeds";
import { updateOrganisation } from "@/lib/services/organisation-admin";
import { recordPlace } from "@/lib/services/place-records";
import { findSignedIn } from "@/lib/services/sessions";
import { completeSetup, isSetUp, issueSetupToken, seedPlaces, setupPlaces, setupTokenWorks } from "@/lib/services/setup";
import { acceptInvitation, findInvitation, getAdministration, invite, updateUser } from "@/lib/services/users";
import { ensureKey } from "@/lib/vault/keys";
import { freshStore } from "../support/stores";
import { admin, almaty, coordinator, freshWorld, monitor, viewer } from "../support/world";
import { placeValues } from "../support/matrix-records";

const newcomer = { name: "Аян", login: " Ayan ", password: "ұзын сөз тіркесі жеткілікті", locale: "kk" };
const invitation = { name: "Аян", role: "monitor" as const, teamId: "team-a" };
const talgar = { ...placeValues, nameKk: "Талғар", nameRu: "Талгар", nameEn: "Talgar", code: "tlg", country: "kz", zone: "Asia/Almaty" };

describe("set-up", () => {
  beforeEach(async () => {
    ensureKey();
    await freshStore();
    await seedPlaces();
  });

  const answers = async (token: string) => ({ ...newcomer, locale: "kk" as const, token, organisation: "Ұйым", placeId: (await setupPlaces())[0]?.id ?? "", sample: "none" as const });

  it("works once, with the newest link, and signs the administrator in", async () => {
    const [older, token = ""] = [await issueSetupToken(), await issueSetupToken()];
    expect([await setupTokenWorks(older ?? ""), await setupTokenWorks(token), await setupTokenWorks("")]).toEqual([false, true, false]);
    await expect(completeSetup({ ...(await answers(token)), placeId: "nowhere" }, "test")).rejects.toMatchObject({ detail: { problems: { placeId: {} } } });
    const { sid } = await completeSetup(await answers(token), "test");
    expect(await findSignedIn(sid)).toMatchObject({ login: "ayan", actor: { role: "admin" } });
    expect(await isSetUp()).toBe(true);
    expect([await setupTokenWorks(token), await issueSetupToken()]).toEqual([false, undefined]);
    await expect(completeSetup(await answers(token), "test")).rejects.toMatchObject({ code: "link_used" });
  });
});

describe("administration", () => {
  let store: Store;
  beforeEach(async () => {
    store = await freshWorld();
  });

  it("is refused to everybody but administrators", async () => {
    for (const actor of [coordinator, monitor, viewer]) {
      await expect(getAdministration(actor)).rejects.toMatchObject({ code: "forbidden" });
      await expect(invite(actor, invitation)).rejects.toMatchObject({ code: "forbidden" });
      await expect(updateUser(actor, { userId: "viewer", role: "admin", teamId: null, status: "active" }, {})).rejects.toMatchObject({ code: "forbidden" });
      if (actor !== coordinator) await expect(recordPlace(actor, talgar)).rejects.toMatchObject({ code: "forbidden" });
      await expect(updateOrganisation(actor, { name: "x", defaultLocale: "en", defaultPlaceId: almaty, calculator: "signed_in" }, {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("invites with a link that makes one account and is stored nowhere", async () => {
    const meta = { submission: "0a8f6d3e-0000-4000-8000-000000000001" };
    const { token } = await invite(admin, invitation, meta);
    expect(await invite(admin, invitation, meta)).toEqual({ token });
    expect(JSON.stringify(await store.read.select().from(submissions))).not.toContain(token);
    expect((await getAdministration(admin)).invitations).toHaveLength(1);
    const { sid } = await acceptInvitation({ ...newcomer, token }, "test");
    expect(await findSignedIn(sid)).toMatchObject({ login: "ayan", actor: { role: "monitor", teamIds: ["team-a"] } });
    expect(await findInvitation(token)).toBeUndefined();
    await expect(acceptInvitation({ ...newcomer, login: "other", token }, "test")).rejects.toMatchObject({ code: "link_used" });
  });

  it("opens no account by the link of somebody who is no administrator any more", async () => {
    const { token } = await invite(admin, invitation);
    await store.write((tx) => tx.update(users).set({ active: false }).where(eq(users.id, "admin")));
    expect(await findInvitation(token)).toBeUndefined();
    await expect(acceptInvitation({ ...newcomer, token }, "test")).rejects.toMatchObject({ code: "link_used" });
  });

  it("ends the tokens and calendar addresses of somebody whose access is closed, for good", async () => {
    const { token } = await issueToken(coordinator, { name: "sheet", scopes: ["cases:read"], profile: "public", purpose: "statistics", days: "30" });
    const feed = (await makeFeed(coordinator, { name: "", kinds: ["task"], whose: "mine", password: "" })).token;
    expect([await findProgram(token), await readFeed(feed)]).not.toContain(undefined);
    await updateUser(admin, { userId: coordinator.userId, role: "coordinator", teamId: "team-a", status: "disabled" }, { version: 1 });
    await updateUser(admin, { userId: coordinator.userId, role: "coordinator", teamId: "team-a", status: "active" }, { version: 2 });
    expect([await findProgram(token), await readFeed(feed)]).toEqual([undefined, undefined]);
    const logged = (await store.read.select().from(auditEntries)).map(({ action, actorId }) => `${action} ${actorId}`);
    expect(logged).toEqual(expect.arrayContaining(["token.revoked admin", "feed.revoked admin"]));
  });

  it("ends the sessions of somebody whose role changes, at once", async () => {
    const { token } = await invite(admin, invitation);
    const { sid } = await acceptInvitation({ ...newcomer, token }, "test");
    const userId = (await findSignedIn(sid))?.actor.userId ?? "";
    await updateUser(admin, { userId, role: "viewer", teamId: "team-b", status: "active" }, { version: 1 });
    expect(await findSignedIn(sid)).toBeUndefined();
    await expect(updateUser(admin, { userId, role: "monitor", teamId: null, status: "active" }, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { role: "viewer", teamId: "team-b" } } } });
    await expect(updateUser(admin, { userId, role: "monitor", teamId: "nowhere", status: "active" }, {})).rejects.toMatchObject({ code: "invalid" });
  });

  it("lets nobody change their own role", async () => {
    await expect(updateUser(admin, { userId: "admin", role: "viewer", teamId: null, status: "active" }, {})).rejects.toMatchObject({ detail: { problems: { role: { code: "own_role" } } } });
  });

  it("adds a place with a code and a zone that can be relied on", async () => {
    await recordPlace(admin, talgar);
    await expect(recordPlace(admin, { ...talgar, code: "TLG" })).rejects.toMatchObject({ detail: { problems: { code: { code: "duplicate_name" } } } });
    for (const zone of ["Asia/Talgar", "+06:00", "almaty", ""]) await expect(recordPlace(admin, { ...talgar, code: "TLH", zone })).rejects.toMatchObject({ detail: { problems: { zone: {} } } });
  });
});
