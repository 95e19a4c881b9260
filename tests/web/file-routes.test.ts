import { createHash, randomBytes } from "node:crypto";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as begin from "@/app/api/files/route";
import * as form from "@/app/api/files/form/route";
import * as original from "@/app/api/files/[id]/original/route";
import * as preview from "@/app/api/files/[id]/preview/route";
import * as upload from "@/app/api/files/[id]/upload/route";
import { users } from "@/db/schema";
import { PART } from "@/lib/model/file";
import { hashPassword } from "@/lib/services/passwords";
import { signIn } from "@/lib/services/sessions";
import { evidenceNames } from "@/lib/vault/evidence-folder";
import { tinyPicture } from "../support/matrix-records";
import { aCase } from "../support/records";
import { freshWorld } from "../support/world";

const ORIGIN = "http://127.0.0.1:3000";
const PASSWORD = "seven quiet horses";
const known = await hashPassword(PASSWORD);
const request = vi.hoisted(() => ({ sid: undefined as string | undefined }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));
vi.mock("next-auth", () => ({ getServerSession: () => Promise.resolve({ sid: request.sid }) }));
vi.mock("react", async (real) => ({ ...(await real<object>()), cache: (fn: unknown) => fn }));

let subject: { type: string; id: string };
const become = async (login: string) => (request.sid = (await signIn({ login, password: PASSWORD, network: "198.51.100.7", device: "Firefox" })).sid);
beforeEach(async () => {
  const store = await freshWorld();
  await store.write((tx) => tx.update(users).set({ passwordHash: known }));
  subject = { type: "case", id: await aCase() };
  await become("monitor");
});

type Init = { method?: string; headers?: Record<string, string>; body?: BodyInit; origin?: string | null };
const asked = (address: string, { origin = ORIGIN, headers = {}, ...init }: Init = {}) => new NextRequest(`${ORIGIN}${address}`, { ...init, headers: { ...(origin ? { origin } : {}), ...headers }, duplex: "half" } as ConstructorParameters<typeof NextRequest>[1]);
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const announced = (body: object, init: Init = {}) => begin.POST(asked("/api/files", { method: "POST", body: JSON.stringify(body), ...init }));
const part = (id: string, offset: number, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  upload.PUT(asked(`/api/files/${id}/upload?offset=${offset}`, { method: "PUT", body: new Uint8Array(bytes), headers: { "content-length": String(bytes.length), ...headers } }), at(id));
const told = async (answer: Response) => [answer.status, ((await answer.json()) as { error?: string }).error];

async function sent(name: string, bytes: Uint8Array): Promise<string> {
  const { fileId } = (await (await announced({ name, size: bytes.length, subject })).json()) as { fileId: string };
  for (let offset = 0; offset < bytes.length; offset += PART) expect((await part(fileId, offset, bytes.subarray(offset, offset + PART))).status).toBe(200);
  expect((await upload.POST(asked(`/api/files/${fileId}/upload`, { method: "POST" }), at(fileId))).status).toBe(200);
  return fileId;
}

/** What every answer must carry, because no proxy adds it. */
function guarded(answer: Response): void {
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'; sandbox");
}

describe("the original", () => {
  it("is served to be saved, under its name, and never to be opened", async () => {
    const bytes = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    const id = await sent("сурет \u202e\"gvs.svg", bytes);
    await become("viewer");
    const answer = await original.GET(asked(`/api/files/${id}/original`, { origin: null }), at(id));
    guarded(answer);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-length")).toBe(String(bytes.length));
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="_____ _gvs.svg.txt"; filename*=UTF-8''%D1%81%D1%83%D1%80%D0%B5%D1%82%20%22gvs.svg.txt`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("is given in pieces, and to nobody from elsewhere", async () => {
    const bytes = randomBytes(2_500_000);
    const id = await sent("a.bin", bytes);
    const piece = await original.GET(asked(`/api/files/${id}/original`, { headers: { range: "bytes=1048570-1048580" } }), at(id));
    expect([piece.status, piece.headers.get("content-range")]).toEqual([206, "bytes 1048570-1048580/2500000"]);
    expect(Buffer.from(await piece.arrayBuffer()).equals(bytes.subarray(1_048_570, 1_048_581))).toBe(true);
    expect((await original.GET(asked(`/api/files/${id}/original`, { headers: { range: "bytes=2500000-" } }), at(id))).status).toBe(416);
    expect(await told(await original.GET(asked(`/api/files/${id}/original`, { origin: null, headers: { "sec-fetch-site": "cross-site" } }), at(id)))).toEqual([403, "origin_refused"]);
    for (const who of ["stranger", "teamless"]) {
      await become(who);
      for (const route of [original, preview]) expect(await told(await route.GET(asked(`/api/files/${id}/original`), at(id)))).toEqual([404, "not_found"]);
    }
    request.sid = undefined;
    expect(await told(await original.GET(asked(`/api/files/${id}/original`), at(id)))).toEqual([401, "signed_out"]);
  });
});

it("the copy that is shown is a picture of its own", async () => {
  const id = await sent("dot.png", tinyPicture);
  const answer = await preview.GET(asked(`/api/files/${id}/preview`), at(id));
  guarded(answer);
  expect(answer.headers.get("content-type")).toBe("image/webp");
  expect(answer.headers.get("content-disposition")).toBeNull();
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20);
});

describe("an upload", () => {
  it("needs a page of our own, somebody who is signed in, and the right to record", async () => {
    const body = { name: "a.txt", size: 5, subject };
    for (const origin of [null, "https://evil.example"]) expect(await told(await announced(body, { origin }))).toEqual([403, "origin_refused"]);
    const { fileId } = (await (await announced(body)).json()) as { fileId: string };
    for (const method of ["PUT", "POST", "DELETE"] as const) expect(await told(await upload[method](asked("/", { method, origin: "https://evil.example" }), at(fileId)))).toEqual([403, "origin_refused"]);
    await become("viewer");
    expect(await told(await announced(body))).toEqual([403, "forbidden"]);
    expect(await told(await part(fileId, 0, Buffer.from("words")))).toEqual([403, "forbidden"]);
    await become("stranger");
    expect(await told(await announced(body))).toEqual([404, "not_found"]);
    request.sid = undefined;
    expect(await told(await announced(body))).toEqual([401, "signed_out"]);
  });

  it.each<[number, string, object | string]>([
    [413, "too_large", { name: "big.mp4", size: 2 * 1024 ** 3 }],
    [400, "empty", { name: "a.txt", size: 0 }],
    [415, "program", { name: "a.exe", size: 10 }],
    [400, "unreadable", { name: "a.txt", size: -1 }],
    [400, "unreadable", { name: "a.txt", size: 5, further: 1 }],
    [400, "unreadable", "not an object"],
    [413, "too_large", { name: "x".repeat(20_000), size: 5 }],
  ])("is refused with %i %s", async (status, error, body) => {
    expect(await told(await announced(typeof body === "string" ? ([body] as object) : { subject, ...body }))).toEqual([status, error]);
  });

  it("keeps nothing of a part that is not what was announced", async () => {
    const { fileId } = (await (await announced({ name: "a.txt", size: 5, subject })).json()) as { fileId: string };
    const words = Buffer.from("words");
    expect(await told(await part(fileId, 0, words, { "x-part-sha256": "0".repeat(64) }))).toEqual([400, "wrong_hash"]);
    expect(await told(await part(fileId, 0, words, { "content-length": "4" }))).toEqual([409, "wrong_place"]);
    expect(await told(await part(fileId, 0, Buffer.from("word"), { "content-length": "5" }))).toEqual([400, "wrong_length"]);
    expect(await told(await part(fileId, 0, words, { "content-length": "many" }))).toEqual([400, "wrong_length"]);
    expect(await told(await part(fileId, 1, words))).toEqual([409, "wrong_place"]);
    const state = (await (await upload.GET(asked("/"), at(fileId))).json()) as { received: number };
    expect(state.received).toBe(0);
    expect((await part(fileId, 0, words, { "x-part-sha256": createHash("sha256").update(words).digest("hex") })).status).toBe(200);
  });
});

describe("the plain form", () => {
  const posted = async (fields: Record<string, string>, file?: [name: string, bytes: Uint8Array]) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    if (file) data.append("file", new File([new Uint8Array(file[1])], file[0]));
    const written = new Response(data);
    const headers = { "content-type": written.headers.get("content-type") ?? "", referer: `${ORIGIN}/files/new?type=case&id=${subject.id}` };
    return form.POST(asked("/api/files/form", { method: "POST", headers, body: await written.arrayBuffer() }));
  };

  it("takes a file and goes to its page", async () => {
    const bytes = randomBytes(3_000_000);
    const answer = await posted({ ...subject }, ["жазба.bin", bytes]);
    expect(answer.status).toBe(303);
    const id = /^\/files\/([0-9a-f-]{36})$/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
    expect(Buffer.from(await (await original.GET(asked("/"), at(id))).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("comes back to its page with what was wrong, and keeps nothing", async () => {
    const before = (await evidenceNames()).length;
    const problem = async (answer: Promise<Response>) => [(await answer).status, new URLSearchParams((await answer).headers.get("location")?.split("?")[1] ?? "").get("problem")];
    expect(await problem(posted({ ...subject }, ["a.exe", Buffer.from("MZ")]))).toEqual([303, "program"]);
    expect(await problem(posted({ ...subject }, ["big.bin", new Uint8Array(26 * 1024 * 1024)]))).toEqual([303, "too_large"]);
    expect(await problem(posted({ ...subject }, ["empty.txt", new Uint8Array(0)]))).toEqual([303, "empty"]);
    const broken = asked("/api/files/form", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x", referer: `${ORIGIN}/files/new?type=case&id=${subject.id}` }, body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf' });
    expect(await problem(form.POST(broken))).toEqual([303, "unreadable"]);
    expect((await evidenceNames()).length).toBe(before);
  });
});
