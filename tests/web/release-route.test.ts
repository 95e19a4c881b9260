import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as route from "@/app/api/v1/release/route";
import { organisations, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { answerCases } from "@/lib/release/answer";
import { forgetAllowances } from "@/lib/services/calculator-allowance";
import { hashPassword } from "@/lib/services/passwords";
import { signIn } from "@/lib/services/sessions";
import { freshWorld } from "../support/world";

const ORIGIN = "http://127.0.0.1:3000";
const PASSWORD = "seven quiet horses";
const known = await hashPassword(PASSWORD);
const request = vi.hoisted(() => ({ sid: undefined as string | undefined, network: "198.51.100.7" }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers({ "x-forwarded-for": request.network })) }));
vi.mock("next-auth", () => ({ getServerSession: () => Promise.resolve({ sid: request.sid }) }));
vi.mock("react", async (original) => ({ ...(await original<object>()), cache: (fn: unknown) => fn }));

let store: Store;
beforeEach(async () => {
  forgetAllowances();
  store = await freshWorld();
  await store.write((tx) => tx.update(users).set({ passwordHash: known }));
  request.sid = (await signIn({ login: "viewer", password: PASSWORD, network: "198.51.100.7", device: "Firefox" })).sid;
});

const json = { "content-type": "application/json" };
const cases = [
  { id: "a", kind: "compare", inputs: { tz: "Asia/Almaty", start: { precision: "day", date: "2019-10-22" }, term: { d: 10 }, conventions: ["ELAPSED_24H", "INCLUSIVE_DAYS"] } },
  { id: "b", kind: "release", inputs: { tz: "Asia/Almaty", start: { at: "2019-10-21T16:00" }, term: { d: 10 }, convention: "ELAPSED_24H", surprise: 1 } },
];
const nowhere = { params: Promise.resolve({}) };
const posted = (body: BodyInit, headers: Record<string, string> = json) => route.POST(new NextRequest(`${ORIGIN}/api/v1/release`, { method: "POST", headers, body }), nowhere);
const told = async (answer: Response) => {
  const { code, error } = (await answer.json()) as { code?: string; error?: string };
  expect(code).toBe(error);
  return { status: answer.status, error };
};

describe("POST /api/v1/release", () => {
  it("answers as the command line does, in order, the same every time, and is not kept", async () => {
    const first = await posted(JSON.stringify({ cases }));
    expect(first.headers.get("cache-control")).toBe("no-store");
    const text = await first.text();
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(answerCases({ cases }, process.versions.tz ?? "unknown"))));
    expect(text).toContain('"error":"UNKNOWN_KEY"');
    expect(await (await posted(JSON.stringify({ cases }))).text()).toBe(text);
  });

  it.each<[number, string, string, Record<string, string>]>([
    [400, "not_json", "{", json],
    [400, "not_json", "", json],
    [400, "INPUT_INVALID", "null", json],
    [400, "INPUT_INVALID", '{"case":[]}', json],
    [400, "INPUT_INVALID", '{"cases":{}}', json],
    [415, "unsupported_media_type", '{"cases":[]}', { "content-type": "text/plain" }],
    [415, "unsupported_media_type", '{"cases":[]}', { "content-type": "application/jsonp" }],
    [413, "too_many", `{"cases":[${Array.from({ length: 1001 }, () => "{}").join()}]}`, json],
    [413, "too_large", `{"cases":[]}${" ".repeat(1024 * 1024)}`, json],
    [413, "too_large", '{"cases":[]}', { ...json, "content-length": "99999999" }],
    [413, "too_large", '{"cases":[]}', { ...json, "content-length": "many" }],
    [403, "origin_refused", '{"cases":[]}', { ...json, origin: "https://evil.example" }],
    [403, "origin_refused", '{"cases":[]}', { ...json, origin: ORIGIN, "sec-fetch-site": "cross-site" }],
  ])("refuses with %i %s", async (status, error, body, headers) => {
    expect(await told(await posted(body, headers))).toEqual({ status, error });
  });

  it("reads no further than a megabyte, whatever the length that was promised", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent++;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    const answer = await route.POST(new NextRequest(`${ORIGIN}/api/v1/release`, { method: "POST", headers: json, body: endless, duplex: "half" } as never), nowhere);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  it("takes a charset, and a page of ours", async () => {
    for (const headers of [{ "content-type": "application/json; charset=utf-8" }, { ...json, origin: ORIGIN, "sec-fetch-site": "same-origin" }]) expect((await posted('{"cases":[]}', headers)).status).toBe(200);
  });

  it("is a POST and nothing else", async () => {
    for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"] as const) {
      const answer = await route[method](new NextRequest(`${ORIGIN}/api/v1/release`, { method }), nowhere);
      expect([answer.status, answer.headers.get("allow"), answer.headers.get("cache-control")]).toEqual([method === "OPTIONS" ? 204 : 405, "POST, OPTIONS", "no-store"]);
    }
  });
});

describe("somebody who has not signed in", () => {
  beforeEach(() => {
    request.sid = undefined;
  });
  const open = () => store.write((tx) => tx.update(organisations).set({ calculatorOpen: true }));

  it("is refused before anything is read, until the organisation opens the calculator", async () => {
    expect(await told(await posted("{"))).toEqual({ status: 401, error: "signed_out" });
    await open();
    expect((await posted(JSON.stringify({ cases }))).status).toBe(200);
  });

  it("has to wait after many requests, and is told how long; who is signed in has not", async () => {
    await open();
    for (let times = 0; times < 60; times++) await posted('{"cases":[]}');
    const answer = await posted('{"cases":[]}');
    expect([answer.status, Number(answer.headers.get("retry-after"))]).toEqual([429, 1]);
    request.network = "198.51.100.8";
    expect((await posted('{"cases":[]}')).status).toBe(200);
  });
});
