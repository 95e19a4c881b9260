import { beforeEach, describe, expect, it, vi } from "vitest";
import { auditEntries, sessions, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { hashPassword, isWeakHash } from "@/lib/services/passwords";
import { endOwnSessions, findSignedIn, listOwnSessions, signIn, signOut } from "@/lib/services/sessions";
import { changePassword, updateUser } from "@/lib/services/users";
import { eq } from "drizzle-orm";
import { admin, freshWorld } from "../support/world";

const PASSWORD = "seven quiet horses";
const known = await hashPassword(PASSWORD);
const attempt = (login = "monitor", password = PASSWORD, network = "198.51.100.7") => signIn({ login, password, network, device: "Firefox" });
const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);
const who = async (sid: string) => (await findSignedIn(sid))?.actor.userId;

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  await store.write((tx) => tx.update(users).set({ passwordHash: known }));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2019-11-01T03:00:00Z") });
});

describe("signing in", () => {
  it("opens a session with role and teams as they stand in the database", async () => {
    const { sid } = await attempt(" MONITOR ");
    expect((await findSignedIn(sid))?.actor).toMatchObject({ userId: "monitor", role: "monitor", teamIds: ["team-a"] });
  });

  it("keeps only a hash of the session id", async () => {
    const { sid } = await attempt();
    const [row] = await store.read.select().from(sessions);
    expect(JSON.stringify(row)).not.toContain(sid);
    expect(sid.length).toBeGreaterThanOrEqual(43);
  });

  it.each([
    ["a wrong password", "monitor", "something else entirely"],
    ["an unknown login", "nobody", PASSWORD],
    ["an endless password", "monitor", "x".repeat(300)],
  ])("with %s is refused in the same words, and logged", async (_what, login, password) => {
    await expect(attempt(login, password)).rejects.toMatchObject({ code: "wrong_credentials", detail: {} });
    expect((await store.read.select().from(auditEntries)).map((row) => row.action)).toEqual(["session.refused"]);
  });

  it("is refused for a disabled account", async () => {
    await store.write((tx) => tx.update(users).set({ active: false }).where(eq(users.id, "monitor")));
    await expect(attempt()).rejects.toMatchObject({ code: "wrong_credentials" });
  });

  it("takes any Unicode, in either normal form, and no other letter case", async () => {
    const composed = "Құпия сөз é тұр";
    await store.write(async (tx) => tx.update(users).set({ passwordHash: await hashPassword(composed.normalize("NFC")) }));
    await expect(attempt("monitor", composed.normalize("NFD"))).resolves.toHaveProperty("sid");
    await expect(attempt("monitor", composed.toUpperCase())).rejects.toMatchObject({ code: "wrong_credentials" });
  });

  it("renews a hash that was made with weaker parameters", async () => {
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await store.write((tx) => tx.update(users).set({ passwordHash: weak }).where(eq(users.id, "monitor")));
    await attempt();
    const [row] = await store.read.select().from(users).where(eq(users.id, "monitor"));
    expect([isWeakHash(weak), isWeakHash(row!.passwordHash)]).toEqual([true, false]);
    expect(row!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });
});

describe("a session", () => {
  it("ends after 31 minutes without use", async () => {
    const { sid } = await attempt();
    minutes(31);
    expect(await who(sid)).toBeUndefined();
  });

  it("goes on while it is used, but never past twelve hours", async () => {
    const { sid } = await attempt();
    for (let used = 0; used < 28; used++) {
      minutes(25);
      expect(await who(sid)).toBe("monitor");
    }
    minutes(21);
    expect(await who(sid)).toBeUndefined();
  });

  it("ends at once on signing out, for that session only", async () => {
    const [one, two] = [await attempt(), await attempt()];
    await signOut((await findSignedIn(one.sid))!.actor);
    expect([await who(one.sid), await who(two.sid)]).toEqual([undefined, "monitor"]);
  });

  it("can be ended from another one: one of them, or all the others", async () => {
    const [one, two, three] = [await attempt(), await attempt(), await attempt()];
    const me = (await findSignedIn(one.sid))!.actor;
    const other = (await findSignedIn(two.sid))!.actor.sessionHash ?? "";
    await endOwnSessions(me, other);
    expect([await who(one.sid), await who(two.sid), await who(three.sid)]).toEqual(["monitor", undefined, "monitor"]);
    await endOwnSessions(me, "others");
    expect([await who(one.sid), await who(three.sid)]).toEqual(["monitor", undefined]);
    expect((await listOwnSessions(me)).map(({ current }) => current)).toEqual([true]);
  });

  it("of somebody else cannot be ended that way", async () => {
    const [mine, theirs] = [await attempt(), await attempt("viewer")];
    const me = (await findSignedIn(mine.sid))!.actor;
    const other = (await findSignedIn(theirs.sid))!.actor.sessionHash ?? "";
    await expect(endOwnSessions(me, other)).rejects.toMatchObject({ code: "not_found" });
    expect(await who(theirs.sid)).toBe("viewer");
  });

  it("is one of at most five: the one unused for longest goes", async () => {
    const sids: string[] = [];
    for (let opened = 0; opened < 6; opened++) {
      sids.push((await attempt()).sid);
      minutes(1);
    }
    expect(await Promise.all(sids.map(who))).toEqual([undefined, ...Array.from({ length: 5 }, () => "monitor")]);
  });

  it("ends at once when role, team or status change", async () => {
    for (const change of [{ role: "viewer" as const }, { teamId: "team-b" }, { status: "disabled" as const }]) {
      store = await freshWorld();
      await store.write((tx) => tx.update(users).set({ passwordHash: known }));
      const { sid } = await attempt();
      await updateUser(admin, { userId: "monitor", role: "monitor", teamId: "team-a", status: "active", ...change }, { version: 1 });
      expect(await who(sid), JSON.stringify(change)).toBeUndefined();
    }
  });

  it("stays, and all others end, when its owner changes the password", async () => {
    const [one, two] = [await attempt(), await attempt()];
    const me = (await findSignedIn(one.sid))!.actor;
    await expect(changePassword(me, { current: "not it at all", password: "another long phrase" })).rejects.toMatchObject({ code: "invalid", detail: { problems: { current: {} } } });
    await changePassword(me, { current: PASSWORD, password: "another long phrase" });
    expect([await who(one.sid), await who(two.sid)]).toEqual(["monitor", undefined]);
    await expect(attempt("monitor", "another long phrase")).resolves.toHaveProperty("sid");
  });

  it("whose holder does not know the password cannot be used to guess it, and who is locked out of that can still sign in", async () => {
    const { sid } = await attempt();
    const me = (await findSignedIn(sid))!.actor;
    const change = (current: string) => changePassword(me, { current, password: "another long phrase" });
    for (let guess = 0; guess < 6; guess++) await expect(change(`guess number ${guess}`)).rejects.toMatchObject({ code: "invalid" });
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
    await expect(attempt()).resolves.toHaveProperty("sid");
  });

  it.each(["", "x", "'; drop table sessions; --"])("is not opened by a made-up id: “%s”", async (sid) => {
    expect(await findSignedIn(sid)).toBeUndefined();
  });
});
