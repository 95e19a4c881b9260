import { beforeEach, describe, expect, it, vi } from "vitest";
import { auditEntries, organisations, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { findSignedIn } from "@/lib/services/sessions";
import { completeSetup, issueSetupToken, seedPlaces, setupPlaces, setupTokenWorks, type SetupInput } from "@/lib/services/setup";
import { acceptInvitation, findInvitation, invite, updateUser } from "@/lib/services/users";
import { ensureKey } from "@/lib/vault/keys";
import { freshStore } from "../support/stores";
import { admin, freshWorld } from "../support/world";

const setup = async (token: string): Promise<SetupInput> => ({
  token,
  organisation: "Erkin",
  locale: "kk",
  placeId: (await setupPlaces()).find(({ code }) => code === "ALA")?.id ?? "",
  name: "Әсел",
  login: "Asel",
  password: "seven quiet horses",
  sample: "none",
});
const fulfilled = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.filter(({ status }) => status === "fulfilled").length;

describe("set-up", () => {
  let store: Store;
  beforeEach(async () => {
    ensureKey();
    store = await freshStore();
    await seedPlaces();
  });

  it("sent eight times at once makes one organisation, and is closed for good", async () => {
    const input = await setup((await issueSetupToken())!);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => completeSetup(input, "")));
    expect(fulfilled(outcomes)).toBe(1);
    expect(await store.read.select().from(organisations)).toHaveLength(1);
    expect([await issueSetupToken(), await setupTokenWorks(input.token)]).toEqual([undefined, false]);
  });

  it("with a made-up or an older link does nothing, before anything dear is computed", async () => {
    const old = (await issueSetupToken())!;
    await issueSetupToken();
    const began = performance.now();
    for (const token of [old, "made up"]) await expect(completeSetup(await setup(token), "")).rejects.toMatchObject({ code: "link_used" });
    expect(performance.now() - began).toBeLessThan(5000);
    expect([await store.read.select().from(organisations), await store.read.select().from(users)]).toEqual([[], []]);
  });
});

describe("an invitation", () => {
  let store: Store;
  beforeEach(async () => {
    store = await freshWorld();
  });
  const accept = (token: string, login = "newcomer") => acceptInvitation({ token, name: "New", login, password: "seven quiet horses", locale: "ru" }, "");

  it("accepted three times at once makes one account, with its role and team", async () => {
    const { token } = await invite(admin, { name: "New", role: "coordinator", teamId: "team-b" });
    const outcomes = await Promise.allSettled([accept(token, "one"), accept(token, "two"), accept(token, "three")]);
    expect(fulfilled(outcomes)).toBe(1);
    const [made] = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect((await findSignedIn(made!.sid))?.actor).toMatchObject({ role: "coordinator", teamIds: ["team-b"] });
    expect(await findInvitation(token)).toBeUndefined();
    expect(await store.read.select().from(users)).toHaveLength(7);
  });

  it("ends after 72 hours", async () => {
    const { token } = await invite(admin, { name: "New", role: "viewer", teamId: "team-a" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 72 * 3_600_000 + 1 });
    expect(await findInvitation(token)).toBeUndefined();
    await expect(accept(token)).rejects.toMatchObject({ code: "link_used" });
  });

  it("does not take a login that somebody has, in any letter case, and stays open", async () => {
    const { token } = await invite(admin, { name: "New", role: "viewer", teamId: "team-a" });
    await expect(accept(token, " Monitor ")).rejects.toMatchObject({ code: "invalid", detail: { problems: { login: {} } } });
    await expect(accept(token, "free")).resolves.toHaveProperty("sid");
  });

  it("is answered the same when its form is sent again", async () => {
    const submission = "00000000-0000-4000-8000-000000000001";
    const input = { name: "New", role: "viewer" as const, teamId: "team-a" };
    const links = [await invite(admin, input, { submission }), await invite(admin, input, { submission })];
    expect(links[0]).toEqual(links[1]);
    expect((await store.read.select().from(auditEntries)).filter(({ action }) => action === "user.invited")).toHaveLength(1);
  });
});

describe("the last administrator", () => {
  it("stays one, whoever asks; with a second one they can be replaced", async () => {
    await freshWorld();
    const demote = (by: typeof admin, userId: string, version: number) => updateUser(by, { userId, role: "viewer", teamId: "team-a", status: "active" }, { version });
    const second = { ...admin, userId: "coordinator" };
    await expect(demote(second, "admin", 1)).rejects.toMatchObject({ code: "invalid", detail: { problems: { role: { code: "last_admin" } } } });
    await updateUser(admin, { userId: "coordinator", role: "admin", teamId: "team-a", status: "active" }, { version: 1 });
    await demote(second, "admin", 1);
    await expect(demote(admin, "coordinator", 2)).rejects.toMatchObject({ detail: { problems: { role: { code: "last_admin" } } } });
  });
});
