import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema";
import type { Store } from "@/db/store";
import type { OutCase, OutCaseFile } from "@/lib/model/outgoing";
import { forgetApiRequests } from "@/lib/services/api-allowance";
import { forgetApiReads } from "@/lib/services/api-log";
import { recordAllegation } from "@/lib/services/allegations";
import { recordResponse } from "@/lib/services/allegation-responses";
import { recordConsent } from "@/lib/services/consents";
import { recordCount } from "@/lib/services/counts";
import { recordEvent } from "@/lib/services/events";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { recordSource, updateSource } from "@/lib/services/sources";
import { ask, tokenOf } from "../support/api";
import { allegationValues, consentValues, countValues, eventValues, personValues, responseValues, sourceValues } from "../support/matrix-records";
import { aCase, aRuling, release } from "../support/records";
import { almaty, coordinator, freshWorld, monitor, stranger } from "../support/world";

let store: Store;
let token: string;
beforeEach(async () => {
  forgetApiRequests();
  forgetApiReads();
  store = await freshWorld();
  token = await tokenOf();
});

type Page = { data: OutCase[]; next: string | null };
const json = async <T>(asked: Promise<Response> | Response): Promise<T> => (await (await asked).json()) as T;
const fresh = forgetApiRequests;

/** All pages, with something done between them. */
async function paged(path: string, limit: number, between: () => Promise<unknown> = () => Promise.resolve()): Promise<OutCase[]> {
  const all: OutCase[] = [];
  let cursor = "";
  for (let turns = 0; turns < 50; turns++) {
    fresh();
    const page: Page = await json(ask(`${path}${path.includes("?") ? "&" : "?"}limit=${limit}${cursor}`, { token }));
    all.push(...page.data);
    if (page.next === null) return all;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
    await between();
  }
  throw new Error("the pages do not end");
}

describe("GET /cases", () => {
  it("gives each case of the team once, in the order in which they were recorded, whatever is recorded meanwhile", async () => {
    const before: string[] = [];
    for (let i = 0; i < 7; i++) before.push(await aCase({ placeId: i % 2 ? "akb" : almaty }));
    await aCase({ name: "Өзге Сынақ" }, stranger);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom("ala", "akb", "ast"), { maxLength: 2 }), async (limit, places) => {
        const found = (await paged("/cases", limit, async () => {
          const placeId = places.pop();
          if (placeId) await aCase({ placeId });
        })).map(({ id }) => id);
        expect(new Set(found).size).toBe(found.length);
        expect(found.slice(0, before.length)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  it("takes the filters of the list, and refuses what it does not know", async () => {
    const inside = await aCase({ name: "Айбек Сынақов", placeId: "akb" });
    const out = await aCase({ name: "Дәурен Сынақов" });
    await release([out], "2019-10-31T16:00");
    const ids = async (query: string) => (await json<Page>(ask(`/cases${query}`, { token }))).data.map(({ id }) => id);
    expect(await ids("?view=outstanding")).toEqual([inside]);
    expect(await ids("?view=released")).toEqual([out]);
    expect(await ids("?place=akb")).toEqual([inside]);
    expect(await ids(`?q=${encodeURIComponent("дәурен")}`)).toEqual([out]);
    for (const query of ["?team=team-b", "?limit=0", "?limit=201", "?limit=many", "?view=secret", "?cursor=abc", "?kind=a&kind=b", "?updated_since=yesterday"]) {
      const answer = await ask(`/cases${query}`, { token });
      expect([query, answer.status, answer.headers.get("content-type")]).toEqual([query, 400, "application/problem+json"]);
      expect(Object.keys((await json<{ problems: object }>(answer)).problems)).toHaveLength(1);
    }
  });

  it("tells with updated_since which cases anything was recorded about", async () => {
    const first = await aCase();
    await aCase();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const since = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await json<Page>(ask(`/cases?updated_since=${since}`, { token }))).data).toEqual([]);
    await release([first], "2019-10-31T16:00");
    expect((await json<Page>(ask(`/cases?updated_since=${encodeURIComponent(since)}`, { token }))).data.map(({ id }) => id)).toEqual([first]);
  });
});

describe("updated_since of people, allegations and events", () => {
  it("keeps what anything was recorded about, on it, on what belongs to it, or on who may be named in it", async () => {
    const { personId } = await recordPerson(monitor, personValues);
    const other = await recordPerson(monitor, { ...personValues, names: [{ text: "Дина Екінші", kind: "legal" }] });
    const caseId = await aCase({ who: "known", name: "", personId });
    const another = await aCase({ name: "Ержан Төртінші" });
    const { sourceId } = await recordSource(monitor, sourceValues);
    const one = (await recordAllegation(monitor, { ...allegationValues([caseId]), sourceId })).allegationId;
    const two = (await recordAllegation(monitor, allegationValues([another]))).allegationId;
    const { eventId } = await recordEvent(monitor, eventValues);
    await recordEvent(monitor, { ...eventValues, title: "Another" });
    let since = "";
    const mark = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      since = encodeURIComponent(new Date().toISOString());
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const changed = async () => {
      fresh();
      const lists = await Promise.all(["cases", "people", "allegations", "events"].map(async (list) => (await json<Page>(ask(`/${list}?updated_since=${since}`, { token }))).data.map(({ id }) => id)));
      return lists.flat();
    };
    await mark();
    expect(await changed()).toEqual([]);
    await updatePerson(monitor, { ...personValues, names: [{ text: "Дина Үшінші", kind: "legal" }], personId: other.personId }, { version: 1 });
    expect(await changed()).toEqual([other.personId]);
    await mark();
    await recordResponse(monitor, { allegationId: two, ...responseValues });
    expect(await changed()).toEqual([another, two]);
    await mark();
    await recordCount(monitor, { ...countValues, eventId });
    expect(await changed()).toEqual([eventId]);
    await mark();
    await updateSource(monitor, { ...sourceValues, title: "Another title", sourceId }, { version: 1 });
    expect(await changed()).toEqual([one]);
    await mark();
    await recordConsent(monitor, { personId, ...consentValues });
    expect(await changed()).toEqual([caseId, personId, one]);
    expect((await ask("/people?updated_since=yesterday", { token })).status).toBe(400);
    expect((await ask("/people?view=all", { token })).status).toBe(400);
  });
});

describe("GET /cases/{id}", () => {
  it("answers everything with a tag, and nothing to whoever has it already", async () => {
    const id = await aCase();
    await aRuling([id]);
    const answer = await ask(`/cases/${id}`, { token });
    const tag = answer.headers.get("etag") ?? "";
    expect([answer.status, /^"[0-9a-f]{32}"$/.test(tag), answer.headers.get("cache-control"), answer.headers.get("set-cookie")]).toEqual([200, true, "no-store", null]);
    const file = await json<OutCaseFile>(answer);
    expect([file.case.person.displayName, file.moments[0]?.kind, file.orders[0]?.term]).toEqual(["Болат Сынақов", "seized", "P10D"]);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const same = await ask(`/cases/${id}`, { token, headers: { "if-none-match": known } });
      expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", tag]);
    }
    const head = await ask(`/cases/${id}`, { token, method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", tag]);
    await release([id], "2019-10-31T16:00");
    expect((await ask(`/cases/${id}`, { token, headers: { "if-none-match": tag } })).status).toBe(200);
  });

  it("says the same of what is missing and of what is another team's", async () => {
    const theirs = await aCase({}, stranger);
    const bodies = await Promise.all([theirs, "none", "../x"].map(async (id) => {
      const answer = await ask(`/cases/${encodeURIComponent(id)}`, { token });
      return [answer.status, await answer.text()];
    }));
    expect(new Set(bodies.map(String)).size).toBe(1);
    expect(bodies[0]?.[0]).toBe(404);
    for (const method of ["PATCH", "POST"] as const) {
      const answer = await ask(method === "PATCH" ? `/cases/${theirs}` : `/cases/${theirs}/moments`, { token, method, body: method === "PATCH" ? { note: "x" } : { kind: "released", when: "2019-10-30" }, headers: { "if-match": '"x"' } });
      expect(answer.status).toBe(404);
    }
  });
});

describe("POST /cases and its moments", () => {
  const posted = (path: string, body: unknown, headers: Record<string, string> = {}) => ask(path, { token, method: "POST", body, headers });

  it("records as the form does, under the name of the token's user, and with the token in the log", async () => {
    const answer = await posted("/cases", { name: "Ерлан Сынақов", seized: "2019-10-22T10:00", placeId: almaty, detentionKind: "administrative_arrest" });
    const { caseIds: [id = ""] } = await json<{ caseIds: string[] }>(answer);
    expect([answer.status, answer.headers.get("location")]).toEqual([201, `/api/v1/cases/${id}`]);
    const several = await posted("/cases", { who: "unnamed", count: 3, placeId: almaty });
    expect([(await json<{ caseIds: string[] }>(several)).caseIds.length, several.headers.get("location")]).toEqual([3, null]);
    expect((await posted(`/cases/${id}/moments`, { kind: "released", when: "2019-10-31T16:00", releaseKind: "term_served" })).status).toBe(201);
    expect((await json<OutCaseFile>(ask(`/cases/${id}`, { token }))).case).toMatchObject({ outstanding: false, released: "2019-10-31T16:00" });
    const entries = (await store.read.select().from(auditEntries)).filter(({ caseId }) => caseId === id);
    expect(new Set(entries.map(({ actorId }) => actorId))).toEqual(new Set([coordinator.userId]));
    const issued = (await store.read.select().from(auditEntries)).find(({ action }) => action === "token.issued");
    expect(issued).toBeDefined();
    expect(entries.every(({ entry }) => /"session":"[0-9a-f]{64}"/.test(entry))).toBe(true);
  });

  it.each<[number, Record<string, string>, unknown]>([
    [400, { id: "unknown_key" }, { placeId: almaty, id: "mine" }],
    [400, { teamId: "unknown_key", ownerId: "unknown_key" }, { placeId: almaty, teamId: "team-b", ownerId: "admin" }],
    [400, { placeId: "invalid_type" }, { name: "A" }],
    [400, { sex: "invalid_value" }, { placeId: almaty, sex: "unsaid" }],
    [422, { placeId: "unknown_option" }, { placeId: "nowhere", name: "A" }],
    [422, { seized: "unreadable_date" }, { placeId: almaty, name: "A", seized: "soon" }],
    [422, { count: "required" }, { placeId: almaty, who: "unnamed" }],
  ])("refuses with %i and %j", async (status, problems, body) => {
    const answer = await posted("/cases", body);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status, code: "invalid", problems });
  });

  it("reads nothing but JSON of at most a megabyte", async () => {
    const raw = (text: string, headers: Record<string, string> = {}) => ask("/cases", { token, method: "POST", raw: text, headers });
    expect((await raw("{")).status).toBe(400);
    expect((await raw("{}", { "content-type": "text/plain" })).status).toBe(415);
    expect((await raw("{}", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
    expect((await raw(`{}${" ".repeat(1024 * 1024)}`)).status).toBe(413);
    expect((await raw("{}", { "content-length": "99999999" })).status).toBe(413);
  });

  it("answers a request that comes again with the same key as the first time, and refuses the key for another", async () => {
    const body = { name: "Қайрат Сынақов", placeId: almaty };
    const headers = { "idempotency-key": "import-17" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => posted("/cases", body, headers)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect([new Set(answers.map(({ status }) => status)), new Set(bodies).size]).toEqual([new Set([201]), 1]);
    expect((await json<Page>(ask("/cases", { token }))).data).toHaveLength(1);
    fresh();
    const other = await posted("/cases", { ...body, name: "Басқа Сынақов" }, headers);
    expect([other.status, await other.json()]).toMatchObject([422, { problems: { "Idempotency-Key": "key_reused" } }]);
    expect((await ask("/cases", { token: await tokenOf(), method: "POST", body, headers })).status).toBe(201);
    expect((await json<Page>(ask("/cases", { token }))).data).toHaveLength(2);
    expect((await posted("/cases", body, { "idempotency-key": "two words" })).status).toBe(422);
  });
});

describe("PATCH /cases/{id}", () => {
  const tagged = async (id: string) => (await ask(`/cases/${id}`, { token })).headers.get("etag") ?? "";
  const patch = (id: string, body: unknown, match?: string) => ask(`/cases/${id}`, { token, method: "PATCH", body, headers: match === undefined ? {} : { "if-match": match } });

  it("changes what is named and nothing else, from what was read", async () => {
    const id = await aCase({ agency: "Алмалы РПБ" });
    const first = await tagged(id);
    expect((await patch(id, { note: "A call from the family", priority: "high" })).status).toBe(428);
    expect((await patch(id, { note: "A call from the family" }, "*")).status).toBe(428);
    expect((await patch(id, { note: "A call from the family", priority: "high" }, first)).status).toBe(200);
    expect((await json<OutCaseFile>(ask(`/cases/${id}`, { token }))).case).toMatchObject({ note: "A call from the family", priority: "high", version: 2, agency: { name: "Алмалы РПБ" }, detentionKind: "administrative_arrest" });
    const late = await patch(id, { note: "Another" }, first);
    expect([late.status, await late.json()]).toMatchObject([412, { code: "conflict" }]);
    fresh();
    expect((await patch(id, {}, await tagged(id))).status).toBe(422);
    expect((await patch(id, { version: 9 }, await tagged(id))).status).toBe(400);
  });

  it("lets one of several that read the same win", async () => {
    const id = await aCase();
    const match = await tagged(id);
    const statuses = await Promise.all([1, 2, 3, 4].map(async (n) => (await patch(id, { note: `note ${n}` }, match)).status));
    expect(statuses.sort()).toEqual([200, 412, 412, 412]);
  });
});
