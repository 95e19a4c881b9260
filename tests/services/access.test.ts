import { beforeEach, describe, expect, it, vi } from "vitest";
import { organisations, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { findSignedIn } from "@/lib/services/sessions";
import { completeSetup, isSetUp, issueSetupToken, seedPlaces, setupPlaces, setupTokenWorks, type SetupInput } from "@/lib/services/setup";
import { acceptInvitation, findInvitation, invite, updateUser } from "@/lib/services/users";
import { ensureKey } from "@/lib/vault/keys";
import { freshStore } from "../support/stores";
import { admin, coordinator, freshWorld, monitor } from "../support/world";

const setup = async (token: string, given: Partial<SetupInput> = {}): Promise<SetupInput> => ({
  token,
  organisation: "Erkin",
  locale: "kk",
  placeId: (await setupPlaces()).find(({ code }) => code === "ALA")?.id ?? "",
  name: "Әсел",
  login: "Asel",
  password: "seven quiet horses",
  sample: "none",
  ...given,
});

describe("set-up", () => {
  beforeEach(async () => {
    ensureKey();
    await freshStore();
    await seedPlaces();
  });

  it("makes the organisation and its first administrator, who is signed in at once", async () => {
    const token = (await issueSetupToken())!;
    const { sid, actor } = await completeSetup(await setup(token), "Firefox");
    expect(await isSetUp()).toBe(true);
    expect(await findSignedIn(sid)).toMatchObject({ login: "asel", locale: "kk", actor: { userId: actor.userId, role: "admin", teamIds: actor.teamIds } });
  });

  it("works exactly once, even when it is sent ten times at once", async () => {
    const store = await freshStore();
    await seedPlaces();
    const input = await setup((await issueSetupToken())!);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => completeSetup(input, "")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.read.select().from(organisations)).toHaveLength(1);
    expect(await issueSetupToken()).toBeUndefined();
    expect(await setupTokenWorks(input.token)).toBe(false);
  });

  it("opens with the newest link only", async () => {
    const [old = "", fresh = ""] = [await issueSetupToken(), await issueSetupToken()];
    expect([await setupTokenWorks(old), await setupTokenWorks(fresh), await setupTokenWorks("made up")]).toEqual([false, true, false]);
    await expect(completeSetup(await setup(old), "")).rejects.toMatchObject({ code: "link_used" });
    expect(await isSetUp()).toBe(false);
  });
});

describe("invitations", () => {
  let store: Store;
  beforeEach(async () => {
    store = await freshWorld();
  });
  const accept = (token: string, login = "newcomer") => acceptInvitation({ token, name: "New", login, password: "seven quiet horses", locale: "ru" }, "");

  it("make one account with the role and team of the invitation, once", async () => {
    const { token } = await invite(admin, { name: "New", role: "coordinator", teamId: "team-b" });
    expect(await findInvitation(token)).toEqual({ name: "New" });
    const outcomes = await Promise.allSettled([accept(token, "one"), accept(token, "two"), accept(token, "three")]);
    const [made] = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await findSignedIn(made!.sid))?.actor).toMatchObject({ role: "coordinator", teamIds: ["team-b"] });
    expect(await findInvitation(token)).toBeUndefined();
  });

  it("end after 72 hours", async () => {
    const { token } = await invite(admin, { name: "New", role: "viewer", teamId: "team-a" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 72 * 3_600_000 + 1 });
    expect(await findInvitation(token)).toBeUndefined();
    await expect(accept(token)).rejects.toMatchObject({ code: "link_used" });
  });

  it("do not take a login that somebody has, and stay open for another try", async () => {
    const { token } = await invite(admin, { name: "New", role: "viewer", teamId: "team-a" });
    await expect(accept(token, " Monitor ")).rejects.toMatchObject({ code: "invalid", detail: { problems: { login: {} } } });
    await expect(accept(token, "free")).resolves.toHaveProperty("sid");
  });

  it("are made by administrators only, and a token for set-up is none", async () => {
    await expect(invite(coordinator, { name: "New", role: "admin", teamId: "team-a" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(accept("made up")).rejects.toMatchObject({ code: "link_used" });
    expect(await store.read.select().from(users)).toHaveLength(6);
  });
});

describe("administrators", () => {
  beforeEach(async () => void (await freshWorld()));
  const change = (userId: string, role: "admin" | "viewer", version = 1) => updateUser(admin, { userId, role, teamId: "team-a", status: "active" }, { version });

  it("do not change their own role, so that there is always one", async () => {
    await expect(change("admin", "viewer")).rejects.toMatchObject({ code: "invalid", detail: { problems: { role: { code: "own_role" } } } });
  });

  it("can be made and unmade while another one is left", async () => {
    await change("coordinator", "admin");
    await change("coordinator", "viewer", 2);
    await expect(change("coordinator", "admin", 1)).rejects.toMatchObject({ code: "conflict" });
  });

  it("are the only ones who can", async () => {
    for (const actor of [coordinator, monitor]) {
      await expect(updateUser(actor, { userId: "viewer", role: "admin", teamId: "team-a", status: "active" }, { version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
