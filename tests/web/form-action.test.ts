import { beforeEach, describe, expect, it, vi } from "vitest";
import { users } from "@/db/schema";
import type { Store } from "@/db/store";
import { setupInput, signInInput, teamInput } from "@/lib/model/account";
import { AppError } from "@/lib/model/errors";
import { idle, type FormState } from "@/lib/model/form-state";
import { hashPassword } from "@/lib/services/passwords";
import { signIn } from "@/lib/services/sessions";
import { recordTeam } from "@/lib/services/users";
import { choiceAction } from "@/lib/web/choice-action";
import { formAction, publicFormAction } from "@/lib/web/form-action";
import { openPreviewAction } from "@/lib/web/preview-action";
import { freshWorld } from "../support/world";

const PASSWORD = "seven quiet horses";
const known = await hashPassword(PASSWORD);
const request = vi.hoisted(() => ({ headers: new Headers(), sid: undefined as string | undefined }));
const raise = vi.hoisted(() => (message: string): never => {
  throw new Error(message);
});
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(request.headers) }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({ redirect: (path: string) => raise(`gone to ${path}`), notFound: () => undefined }));
vi.mock("next-auth", () => ({ getServerSession: () => Promise.resolve({ sid: request.sid }) }));
vi.mock("react", async (original) => ({ ...(await original<object>()), cache: (fn: unknown) => fn }));

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  await store.write((tx) => tx.update(users).set({ passwordHash: known }));
  request.headers = new Headers({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" });
  request.sid = (await signIn({ login: "admin", password: PASSWORD, network: "198.51.100.7", device: "Firefox" })).sid;
});

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

/** What an action answers, or the path that it went to. */
async function sent(action: (state: FormState, data: FormData) => Promise<FormState>, values: Record<string, string>): Promise<FormState | string> {
  return action(idle, form(values)).catch((error: Error) => error.message);
}

const submission = "0a8f6d3e-0000-4000-8000-000000000001";
const addTeam = formAction(teamInput, recordTeam, () => "/admin");
const teamNames = async () => (await (await import("@/db/queries/users")).listTeams(store.read)).map(({ name }) => name);

describe("a form", () => {
  it.each([
    ["no origin", {}],
    ["another origin", { origin: "https://evil.example" }],
    ["the origin of a sandbox", { origin: "null" }],
    ["our origin, sent by another site", { origin: "http://127.0.0.1:3000", "sec-fetch-site": "cross-site" }],
  ])("with %s changes nothing", async (_what, headers) => {
    request.headers = new Headers(headers as Record<string, string>);
    expect(await sent(addTeam, { name: "New team" })).toMatchObject({ form: { code: "origin_refused" } });
    const run = vi.fn();
    await choiceAction(run)(new FormData());
    expect(run).not.toHaveBeenCalled();
    expect(await teamNames()).toEqual(["Team A", "Team B"]);
  });

  it("of a session that has ended changes nothing and keeps what was typed", async () => {
    request.sid = "made up";
    expect(await sent(addTeam, { name: "New team" })).toMatchObject({ form: { code: "signed_out" }, values: { name: ["New team"] } });
  });

  it.each(["role", "teamId", "version.x", "toString", "names.0.text"])("with the unknown field %s is refused as a whole", async (name) => {
    expect(await sent(addTeam, { name: "New team", [name]: "admin" })).toMatchObject({ status: "failed" });
    expect(await teamNames()).toEqual(["Team A", "Team B"]);
  });

  it("that comes twice is done once; that comes back with other answers is another one", async () => {
    const first = { name: "North", submission };
    expect([await sent(addTeam, first), await sent(addTeam, first)]).toEqual(["gone to /admin", "gone to /admin"]);
    expect(await sent(addTeam, { name: "South", submission })).toBe("gone to /admin");
    expect(await teamNames()).toEqual(["North", "South", "Team A", "Team B"]);
  });

  it("never sends a password or a token back", async () => {
    const values = { token: "a secret token", login: "x", password: "a secret phrase" };
    const failing = publicFormAction(setupInput, () => Promise.reject(new AppError("link_used")));
    expect(JSON.stringify(await sent(failing, values))).not.toContain("secret");
    const wrong = publicFormAction(signInInput, () => Promise.reject(new AppError("wrong_credentials")));
    expect(JSON.stringify(await sent(wrong, { login: "x", password: "a secret phrase" }))).not.toContain("secret");
  });

  it("without a version gets the saved one to compare with", async () => {
    const failing = publicFormAction(teamInput, () => Promise.reject(new AppError("stale_version", { current: { version: 3, values: { name: "Saved" } } })));
    expect(await sent(failing, { name: "Typed" })).toMatchObject({ form: { code: "stale_version" }, conflict: { version: 3, fields: [{ name: "name", mine: "Typed", theirs: "Saved" }] } });
  });
});

describe("a form that only previews", () => {
  const shout = vi.fn((actor: { userId: string }, input: { name: string }, network: string) => Promise.resolve(`${actor.userId} ${input.name} ${network}`));
  const preview = openPreviewAction(teamInput, shout);
  const previewed = async () => {
    const state = await preview(idle, form({ name: "North" }));
    return state.status === "failed" ? (state.values.preview?.[0] ?? state.form?.code) : state.status;
  };

  it("answers whoever the service lets in, signed in or not, with where they ask from", async () => {
    expect(await previewed()).toBe('"admin North unknown"');
    request.sid = undefined;
    expect(await previewed()).toBe('"anonymous North unknown"');
  });

  it("tells somebody who is not let in to sign in, how long to wait, and never answers another site", async () => {
    shout.mockRejectedValueOnce(new AppError("forbidden"));
    expect(await previewed()).toBe("forbidden");
    request.sid = undefined;
    shout.mockRejectedValueOnce(new AppError("forbidden"));
    expect(await previewed()).toBe("signed_out");
    shout.mockRejectedValueOnce(new AppError("rate_limited", { params: { seconds: 3 } }));
    expect(await preview(idle, form({ name: "North" }))).toMatchObject({ form: { code: "rate_limited", params: { seconds: 3 } }, values: { name: ["North"] } });
    request.headers = new Headers({ origin: "https://evil.example" });
    expect(await previewed()).toBe("origin_refused");
  });
});
