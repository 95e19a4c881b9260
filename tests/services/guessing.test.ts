import { beforeEach, describe, expect, it, vi } from "vitest";
import { signInAttempts, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { admit, countFailure, countSuccess } from "@/lib/services/guessing";
import { hashPassword } from "@/lib/services/passwords";
import { signIn } from "@/lib/services/sessions";
import { freshWorld } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});

const checked = async (login: string, network: string): Promise<number> => {
  try {
    await store.write((tx) => admit(tx, login, network));
    return 0;
  } catch (error) {
    return (error as { detail: { params: { seconds: number } } }).detail.params.seconds;
  }
};
const fail = (login: string, network: string) => store.write((tx) => countFailure(tx, login, network));

describe("guessing", () => {
  it("is free five times, then waits 1, 2, 4 … seconds up to fifteen minutes", async () => {
    const waits: number[] = [];
    for (let tries = 0; tries < 18; tries++) {
      const wait = await checked("a", "net");
      waits.push(wait);
      vi.setSystemTime(Date.now() + wait * 1000);
      await fail("a", "net");
    }
    expect(waits.slice(0, 10)).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 4, 8]);
    expect(Math.max(...waits)).toBe(900);
  });

  it("of one account from fifty networks is checked at most thirty times an hour", async () => {
    let admitted = 0;
    for (let tries = 0; tries < 1000; tries++) {
      if ((await checked("a", `net-${tries % 50}`)) > 0) continue;
      admitted++;
      await fail("a", `net-${tries % 50}`);
    }
    expect(admitted).toBe(30);
    vi.setSystemTime(Date.now() + 3_600_001);
    expect(await checked("a", "net-new")).toBe(0);
  });

  it("by others does not keep the owner out of a network that the owner signed in from before", async () => {
    await store.write((tx) => countSuccess(tx, "a", "home"));
    for (let tries = 0; tries < 100; tries++) if ((await checked("a", `net-${tries}`)) === 0) await fail("a", `net-${tries}`);
    expect(await checked("a", "elsewhere")).toBeGreaterThan(0);
    expect(await checked("a", "home")).toBe(0);
  });

  it("of many accounts from one network is slowed down as a whole", async () => {
    for (let tries = 0; tries < 41; tries++) await fail(`user-${tries}`, "net");
    expect(await checked("fresh", "net")).toBeGreaterThan(0);
    expect(await checked("fresh", "other-net")).toBe(0);
  });

  it("keeps neither logins nor addresses", async () => {
    await fail("somebody", "198.51.100.7");
    const rows = JSON.stringify(await store.read.select().from(signInAttempts));
    expect(rows).not.toMatch(/somebody|198\.51/);
  });

  it("shows in sign-in itself: the seventh wrong try in a row waits, the right password afterwards works", async () => {
    const passwordHash = await hashPassword("seven quiet horses");
    await store.write((tx) => tx.update(users).set({ passwordHash }));
    const attempt = (password: string) => signIn({ login: "monitor", password, network: "net", device: "" }).then(() => "in", (error: { code: string }) => error.code);
    const outcomes: string[] = [];
    for (let tries = 0; tries < 7; tries++) outcomes.push(await attempt("wrong password"));
    expect(outcomes).toEqual([...Array.from({ length: 6 }, () => "wrong_credentials"), "rate_limited"]);
    expect(await attempt("seven quiet horses")).toBe("rate_limited");
    vi.setSystemTime(Date.now() + 1001);
    expect(await attempt("seven quiet horses")).toBe("in");
  });
});
