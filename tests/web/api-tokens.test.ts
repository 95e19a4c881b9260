import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiTokens, auditEntries, auditValues, teamMembers, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { operations, type Operation } from "@/lib/api/contract";
import { apiScopes, tokenInput, type ApiScope } from "@/lib/model/api";
import { forgetApiRequests } from "@/lib/services/api-allowance";
import { countApiReads, forgetApiReads } from "@/lib/services/api-log";
import { issueToken, listOwnTokens, revokeToken } from "@/lib/services/api-tokens";
import { recordAllegation } from "@/lib/services/allegations";
import { recordCitation } from "@/lib/services/citations";
import { recordEvent } from "@/lib/services/events";
import { recordPerson } from "@/lib/services/people";
import { recordSource } from "@/lib/services/sources";
import { ask, ORIGIN, readOnly, tokenOf } from "../support/api";
import { sent } from "../support/files";
import { allegationValues, eventValues, sourceValues } from "../support/matrix-records";
import { aCase } from "../support/records";
import { actors, coordinator, freshWorld, monitor, stranger } from "../support/world";

const seen = vi.hoisted(() => vi.fn(() => Promise.resolve(null)));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));
vi.mock("next-auth", () => ({ getServerSession: seen }));
vi.mock("react", async (original) => ({ ...(await original<object>()), cache: (fn: unknown) => fn }));

let store: Store;
beforeEach(async () => {
  vi.useRealTimers();
  seen.mockClear();
  forgetApiRequests();
  forgetApiReads();
  store = await freshWorld();
});

const told = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const entries = async (action: string) => (await store.read.select().from(auditEntries)).filter((entry) => entry.action === action);

describe("a token", () => {
  it("is the only thing that counts: without one nothing is read, not even a cookie", async () => {
    const cookie = { cookie: "next-auth.session-token=abc; __Host-erkin=abc" };
    const missing = await ask("/cases", { headers: cookie });
    expect([missing.status, missing.headers.get("www-authenticate"), missing.headers.get("content-type")]).toEqual([401, 'Bearer realm="erkin"', "application/problem+json"]);
    for (const authorization of ["Bearer ", "Bearer erkin_wrong", "Basic ZGFuYTp4", "Bearer a b", `Bearer ${"x".repeat(5000)}`]) {
      const answer = await ask("/cases", { headers: { ...cookie, authorization } });
      expect([await told(answer), answer.headers.get("www-authenticate")]).toEqual([[401, "token_invalid"], 'Bearer realm="erkin", error="invalid_token"']);
    }
    expect((await ask(`/cases?access_token=${await tokenOf()}`)).status).toBe(401);
    expect(seen).not.toHaveBeenCalled();
  });

  it("works nowhere but here", async () => {
    const { GET } = await import("@/app/api/export/file/[id]/route");
    const answer = await GET(new Request(`${ORIGIN}/api/export/file/1`, { headers: { authorization: `Bearer ${await tokenOf()}` } }), { params: Promise.resolve({ id: "1" }) });
    expect([answer.status, await answer.text()]).toEqual([401, ""]);
  });

  it("is given no right and told nothing that nobody chose, and ends soon", () => {
    const read = tokenInput({ today: "2026-01-05" });
    expect(read.safeParse({ name: "a tool" }).error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([["scopes", "required"], ["profile", "required"]]);
    expect(read.parse({ name: "a tool", scopes: "cases:read", profile: "public" })).toMatchObject({ scopes: ["cases:read"], profile: "public", purpose: "statistics", days: "30" });
  });

  it("is kept as a hash, shown once, and told again only to the same form", async () => {
    const values = { name: "a tool", scopes: ["cases:read" as const], profile: "internal" as const, purpose: "statistics" as const, days: "365" };
    const form = { submission: "f".repeat(64) };
    const { token } = await issueToken(coordinator, values, form);
    expect((await issueToken(coordinator, values, form)).token).toBe(token);
    expect(await listOwnTokens(coordinator)).toHaveLength(1);
    const rows = JSON.stringify([await store.read.select().from(apiTokens), await store.read.select().from(auditValues), await entries("token.issued")]);
    expect(token).toMatch(/^erkin_[0-9a-f]{64}$/);
    expect(rows).not.toContain(token.slice(12));
    const [own] = await listOwnTokens(coordinator);
    expect((own?.expiresAt ?? 0) - (own?.createdAt ?? 0)).toBe(365 * 86_400_000);
    expect(await listOwnTokens(actors.admin)).toEqual([]);
  });

  it("ends at once when it is revoked, has expired, or its user may not sign in", async () => {
    const token = await tokenOf();
    const [own] = await listOwnTokens(coordinator);
    expect((await ask("/cases", { token })).status).toBe(200);
    await store.write((tx) => tx.update(users).set({ active: false }).where(eq(users.id, coordinator.userId)));
    expect(await told(await ask("/cases", { token }))).toEqual([401, "token_invalid"]);
    await store.write((tx) => tx.update(users).set({ active: true }).where(eq(users.id, coordinator.userId)));
    await store.write((tx) => tx.update(apiTokens).set({ expiresAt: Date.now() - 1 }));
    expect(await told(await ask("/cases", { token }))).toEqual([401, "token_invalid"]);
    await store.write((tx) => tx.update(apiTokens).set({ expiresAt: Date.now() + 1000 }));
    await expect(revokeToken(actors.admin, { tokenId: own?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
    expect((await ask("/cases", { token })).status).toBe(200);
    await revokeToken(coordinator, { tokenId: own?.id ?? "" });
    expect(await told(await ask("/cases", { token }))).toEqual([401, "token_invalid"]);
    expect((await listOwnTokens(coordinator))[0]).toMatchObject({ state: "revoked", lastUsedDay: new Date().toISOString().slice(0, 10) });
  });

  it("never has more rights than its user at that moment", async () => {
    const id = await aCase();
    const token = await tokenOf();
    expect((await ask(`/cases/${id}`, { token })).status).toBe(200);
    await store.write((tx) => tx.delete(teamMembers).where(eq(teamMembers.userId, coordinator.userId)));
    expect((await ask(`/cases/${id}`, { token })).status).toBe(404);
    expect(await (await ask("/cases", { token })).json()).toEqual({ data: [], next: null });
    expect((await ask("/cases", { token, method: "POST", body: { name: "A", placeId: "ala" } })).status).toBe(404);
    await store.write((tx) => tx.insert(teamMembers).values({ userId: coordinator.userId, teamId: "team-a" }));
    for (const role of ["viewer", "monitor"]) {
      await store.write((tx) => tx.update(users).set({ role }).where(eq(users.id, coordinator.userId)));
      expect(await told(await ask(`/cases/${id}`, { token }))).toEqual([403, "forbidden"]);
    }
    await expect(tokenOf(monitor)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does what its scopes say and nothing else", async () => {
    const id = await aCase();
    for (const { method, path, scope } of Object.values<Operation>(operations)) {
      if (scope === null) continue;
      forgetApiRequests();
      const token = await tokenOf(coordinator, { scopes: apiScopes.filter((each) => each !== scope) });
      const answer = await ask(path.replace("{id}", id), { token, method, ...(method === "GET" ? {} : { body: {} }) });
      expect([path, answer.headers.get("www-authenticate"), ...(await told(answer))]).toEqual([path, `Bearer realm="erkin", error="insufficient_scope", scope="${scope}"`, 403, "scope_missing"]);
    }
  });

  it("for cases alone is told who a person is and no more", async () => {
    const { personId } = await recordPerson(monitor, { identification: "identified", names: [{ text: "Гүлнар Сынақова", kind: "legal" }, { text: "Гүлі Лақап", kind: "alias" }], sex: "female", birthDate: "1990-01-02", nationality: "қазақ", occupation: "мұғалім", affiliation: "", residence: "Абай көшесі 1", healthRisk: "диабет", familyContact: "+7 700 000 00 00" });
    const id = await aCase({ who: "known", name: "", personId });
    const only = await (await ask(`/cases/${id}`, { token: await tokenOf(coordinator, { scopes: ["cases:read"] }) })).text();
    const all = await (await ask(`/cases/${id}`, { token: await tokenOf() })).text();
    for (const word of ["Гүлі Лақап", "1990-01-02", "мұғалім", "Абай көшесі", "диабет", "+7 700"]) expect([word, only.includes(word), all.includes(word)]).toEqual([word, false, true]);
    expect(only).toContain("Гүлнар Сынақова");
  });

  it("not made for allegations is told neither of their sources nor of their files, nor what is quoted of them", async () => {
    const id = await aCase();
    const { eventId } = await recordEvent(monitor, eventValues);
    const { sourceId } = await recordSource(monitor, { ...sourceValues, title: "What the cell mate saw" });
    const { allegationId } = await recordAllegation(monitor, allegationValues([id], { eventId, sourceId }));
    const { sourceId: article } = await recordSource(monitor, { ...sourceValues, title: "An article", text: "He was beaten. His wife calls him Бота. He was taken at noon." });
    for (const [field, quote] of [["abuse", "He was beaten."], ["identity", "His wife calls him Бота."], ["custody", "He was taken at noon."]] as const) await recordCitation(monitor, { caseIds: [id], sourceId: article, field, quote });
    const quotes = async (scopes: ApiScope[]) => ((await (await ask(`/cases/${id}`, { token: await tokenOf(coordinator, { scopes }) })).json()) as { claims: { field: string }[] }).claims.map(({ field }) => field).sort();
    expect(await quotes(["cases:read"])).toEqual(["custody"]);
    expect(await quotes(["cases:read", "people:read"])).toEqual(["custody", "identity"]);
    expect(await quotes(["cases:read", "allegations:read", "people:read"])).toEqual(["abuse", "custody", "identity"]);
    await sent(monitor, { subject: { type: "allegation", id: allegationId }, name: "bruises.txt", bytes: Buffer.from("seen") });
    for (const [path, scope] of [[`/cases/${id}`, "cases:read"], [`/events/${eventId}`, "events:read"]] as const) {
      const only = await (await ask(path, { token: await tokenOf(coordinator, { scopes: [scope] }) })).text();
      const both = await (await ask(path, { token: await tokenOf(coordinator, { scopes: [scope, "allegations:read"] }) })).text();
      for (const word of ["What the cell mate saw", ...(scope === "cases:read" ? ["bruises.txt"] : [])]) expect([path, word, only.includes(word), both.includes(word)]).toEqual([path, word, false, true]);
    }
  });

  it("has to wait after a burst, and is told how long", async () => {
    const token = await tokenOf();
    const other = await tokenOf();
    const first = await ask("/events", { token });
    expect([first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining"), first.headers.get("ratelimit-reset")]).toEqual(["60", "59", "1"]);
    let answer = first;
    for (let times = 0; times < 200 && answer.status === 200; times++) answer = await ask("/events", { token });
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("ratelimit-remaining"), answer.headers.get("content-type")]).toEqual([429, "1", "0", "application/problem+json"]);
    expect((await ask("/events", { token: other })).status).toBe(200);
    let writes = 0;
    for (; writes < 20; writes++) if ((await ask("/people", { token: other, method: "POST", body: { nobody: 1 } })).status === 429) break;
    expect(writes).toBeGreaterThanOrEqual(5);
    expect(writes).toBeLessThan(20);
  });

  it("leaves one entry for each address and hour before anything leaves, and how much it was when the hour is over", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-20T10:10:00Z") });
    const token = await tokenOf();
    await aCase();
    const reads = async () => (await store.read.select().from(auditValues)).filter(({ field }) => ["route", "hour", "answers", "records"].includes(field)).map(({ field, after }) => `${field}=${after}`);
    for (let times = 0; times < 3; times++) await ask("/cases", { token });
    await ask("/people", { token });
    expect(await reads()).toEqual(["route=GET /cases", "route=GET /people"]);
    await countApiReads();
    expect(await entries("api.counted")).toEqual([]);
    vi.setSystemTime(Date.parse("2026-11-20T11:00:01Z"));
    await ask("/cases", { token });
    expect((await reads()).slice(2)).toEqual(["route=GET /cases", "hour=2026-11-20T10:00:00.000Z", "answers=3", "records=3", "route=GET /cases"]);
    await countApiReads();
    expect([(await entries("api.read")).length, (await entries("api.counted")).length]).toEqual([3, 2]);
  });
});

describe("a token for outside the house", () => {
  const outside = ["partner", "public"] as const;

  it("only reads", async () => {
    for (const profile of outside) await expect(tokenOf(coordinator, { profile })).rejects.toMatchObject({ detail: { problems: { scopes: { code: "token_reads_only" } } } });
  });

  it.each(outside)("tells %s nobody who did not agree, and nothing that a name could be tried with", async (profile) => {
    const { personId } = await recordPerson(monitor, { identification: "identified", names: [{ text: "Құпия Кенарев", kind: "legal" }], sex: "male", birthDate: "1991-03-04", nationality: "", occupation: "наубайшы", affiliation: "", residence: "", healthRisk: "жүрек", familyContact: "" });
    const id = await aCase({ who: "known", name: "", personId });
    await aCase({ name: "Екінші Кенарев" });
    const token = await tokenOf(coordinator, { profile, scopes: readOnly });
    const list = await (await ask("/cases?limit=1", { token })).text();
    const { data, next } = JSON.parse(list) as { data: { id: string; person: { id: string } }[]; next: string };
    const pseudonym = data[0]?.id ?? "";
    const one = await ask(`/cases/${pseudonym}`, { token });
    const person = await ask(`/people/${data[0]?.person.id ?? ""}`, { token });
    expect([one.status, person.status]).toEqual([200, 200]);
    const all = [list, await one.text(), await person.text(), await (await ask("/people", { token })).text(), Buffer.from(next, "base64url").toString("latin1")].join("\n");
    for (const word of ["Кенарев", "наубайшы", "жүрек", "1991-03-04", id, personId, "ALA-2019", '"reference":"ALA']) expect([word, all.includes(word)]).toEqual([word, false]);
    expect((await ask(`/cases?limit=1&cursor=${next}`, { token })).status).toBe(200);
    expect((await ask(`/cases/${id}`, { token })).status).toBe(404);
    for (const query of ["q=Кенарев", `person=${personId}`, "view=overdue", "view=due_today", "place=ala", "owner=monitor"]) expect([query, (await ask(`/cases?${query}`, { token })).status]).toEqual([query, 400]);
    const other = await tokenOf(coordinator, { profile, scopes: readOnly });
    expect((await ask(`/cases/${pseudonym}`, { token: other })).status).toBe(profile === "public" ? 200 : 404);
    expect((await ask(`/cases?cursor=${next}`, { token: await tokenOf(actors.admin) })).status).toBe(400);
  });

  it("says nothing of other teams either", async () => {
    await aCase({ name: "Жат Кенарев" }, stranger);
    for (const path of ["/cases", "/people", "/events", "/allegations"]) expect(await (await ask(path, { token: await tokenOf() })).json()).toEqual({ data: [], next: null });
  });
});
