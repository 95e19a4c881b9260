import { NextRequest } from "next/server";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { sessions, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { hashPassword } from "@/lib/services/passwords";
import { authOptions } from "@/lib/web/auth";
import { freshWorld } from "../support/world";

const ORIGIN = "http://127.0.0.1:3000";
const PASSWORD = "seven quiet horses";
const known = await hashPassword(PASSWORD);
const reached = vi.hoisted(() => vi.fn(() => Promise.resolve(new Response(null, { status: 200 }))));
vi.mock("next-auth", () => ({ default: reached }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));

let store: Store;
beforeEach(async () => {
  reached.mockClear();
  store = await freshWorld();
  await store.write((tx) => tx.update(users).set({ passwordHash: known }));
});

const context = (action: string) => ({ params: Promise.resolve({ nextauth: action.split("/") }) });
const posted = (headers: HeadersInit) =>
  POST(new NextRequest(`${ORIGIN}/api/auth/callback/credentials`, { method: "POST", headers, body: "login=x" }), context("callback/credentials"));

describe("next-auth's own addresses", () => {
  it("are reached from here only", async () => {
    expect((await posted({ origin: ORIGIN, "content-length": "7" })).status).toBe(200);
    const strange: Record<string, string>[] = [{}, { origin: "https://evil.example" }, { origin: "null" }, { origin: ORIGIN, "sec-fetch-site": "cross-site" }];
    for (const headers of strange) expect((await posted({ ...headers, "content-length": "7" })).status).toBe(403);
    expect(reached).toHaveBeenCalledTimes(1);
  });

  it.each(["999999", "many"])("refuse a body of %j bytes before reading it", async (length) => {
    expect((await posted({ origin: ORIGIN, "content-length": length })).status).toBe(413);
    expect((await posted({ origin: ORIGIN })).status).toBe(413);
    expect(reached).not.toHaveBeenCalled();
  });

  it.each(["session", "providers", "error", "_log", "verify-request", "signin"])("that nothing needs are not there: %s", async (action) => {
    expect((await GET(new NextRequest(`${ORIGIN}/api/auth/${action}`), context(action))).status).toBe(404);
    expect(reached).not.toHaveBeenCalled();
  });
});

describe("signing in by a script", () => {
  const authorize = (typed: Record<string, unknown>) => {
    const [provider] = authOptions().providers as unknown as [{ options: CredentialsConfig }];
    return provider.options.authorize(typed as Record<string, string>, {});
  };
  const opened = async () => (await store.read.select().from(sessions)).length;

  it.each([{}, { login: "monitor" }, { login: { $ne: "" }, password: ["x"] }, { login: "mon\u0000itor", password: PASSWORD }, { login: "x".repeat(5000), password: PASSWORD }, { login: "monitor", password: "wrong password" }])("fails with a code and nothing from inside: %j", async (typed) => {
    await expect(authorize(typed)).rejects.toThrow(/^wrong_credentials$/);
    expect(await opened()).toBe(0);
  });

  it("opens a session, which signing out ends, not only its cookie", async () => {
    const user = await authorize({ login: "monitor", password: PASSWORD });
    expect(await opened()).toBe(1);
    await authOptions().events?.signOut?.({ token: { sid: user?.id }, session: undefined as never });
    expect(await opened()).toBe(0);
  });
});
