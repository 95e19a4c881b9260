import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as missing from "@/app/api/v1/[[...rest]]/route";
import * as documentRoute from "@/app/api/v1/openapi.json/route";
import { operations, type Operation } from "@/lib/api/contract";
import { openApiDocument } from "@/lib/api/document";
import { caseChange, newCase, newMoment, newPerson } from "@/lib/api/in-schemas";
import { caseFields, momentFields, quickCaseFields } from "@/lib/model/case";
import { personFields } from "@/lib/model/person";
import { forgetApiRequests } from "@/lib/services/api-allowance";
import { forgetApiReads } from "@/lib/services/api-log";
import { ask, modules, ORIGIN, readOnly, tokenOf } from "../support/api";
import { recorded, type Records } from "../support/matrix-records";
import { allFiles } from "../support/sources";
import { coordinator } from "../support/world";

vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));
vi.mock("next-auth", () => ({ getServerSession: () => Promise.resolve(null) }));

type Json = { [key: string]: unknown };
type Described = { responses: Record<string, { content?: Record<string, { schema: Json }> }>; parameters: { name: string }[]; security: unknown[] };
const document = openApiDocument(ORIGIN) as Json & { paths: Record<string, Record<string, Described>>; components: { schemas: Json } };
const all = Object.values<Operation>(operations);

beforeEach(() => {
  forgetApiRequests();
  forgetApiReads();
});

describe("the document", () => {
  it("describes every method of every address under app/api/v1, and nothing else", async () => {
    const folders = allFiles().flatMap((file) => /^app\/api\/v1(\/.*)\/route\.ts$/.exec(file)?.[1] ?? []).map((folder) => folder.replace(/\[(\w+)\]/g, "{$1}"));
    expect(folders.filter((folder) => folder !== "/openapi.json" && !folder.startsWith("/[[")).sort()).toEqual(Object.keys(modules).sort());
    expect(Object.keys(document.paths).sort()).toEqual(Object.keys(modules).sort());
    for (const [at, module] of Object.entries(modules)) {
      const there = [];
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] as const) {
        const answer = await module[method](new NextRequest(`${ORIGIN}/api/v1${at}`, { method, headers: { authorization: "Bearer none" } }), { params: Promise.resolve({ id: "x" }) });
        if (answer.status === 405) expect(answer.headers.get("allow")).toMatch(/OPTIONS$/);
        else there.push(method.toLowerCase());
      }
      expect([at, there.sort()]).toEqual([at, Object.keys(document.paths[at] ?? {}).sort()]);
      const options = await module.OPTIONS(new NextRequest(`${ORIGIN}/api/v1${at}`, { method: "OPTIONS", headers: { origin: "https://evil.example" } }), { params: Promise.resolve({}) });
      expect([options.status, [...options.headers.keys()].filter((name) => name.startsWith("access-control"))]).toEqual([204, []]);
    }
  });

  it("is all there is: every other address answers in the same way, whatever is asked of it", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
      const answer = missing[method]();
      expect([method, answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control"), await answer.json()]).toEqual([
        method, 404, "application/problem+json", "no-store", { type: "urn:erkin:problem:not_found", title: "Not Found", status: 404, code: "not_found" },
      ]);
    }
    expect([missing.HEAD().status, await missing.HEAD().text(), missing.HEAD().headers.get("content-type")]).toEqual([404, "", "application/problem+json"]);
  });

  it("is valid OpenAPI 3.1, and is what the address answers", async () => {
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
    const answer = documentRoute.GET(new NextRequest(`${ORIGIN}/api/v1/openapi.json`, { headers: { host: "127.0.0.1:3000" } }));
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect([documentRoute.HEAD(new NextRequest(`${ORIGIN}/api/v1/openapi.json`)).status, documentRoute.POST().status]).toEqual([200, 405]);
  });

  it("names what programs send as the forms do", () => {
    const names = (schema: { shape: object }) => Object.keys(schema.shape).sort();
    expect(names(newCase)).toEqual(Object.keys(quickCaseFields).sort());
    expect(names(caseChange)).toEqual(Object.keys(caseFields).sort());
    expect(names(newMoment)).toEqual(Object.keys(momentFields).sort());
    expect(names(newPerson)).toEqual(Object.keys(personFields).sort());
  });
});

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: "document", ...document });

/** What is wrong with an answer by the document's own words. */
function wrongWith(at: string, method: string, status: number, type: string, body: unknown): unknown {
  const schema = document.paths[at]?.[method.toLowerCase()]?.responses[status]?.content?.[type]?.schema;
  if (!schema) return `${method} ${at} ${status} ${type} is not described`;
  const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll("#/components", "document#/components")) as Json);
  return check(body) ? undefined : check.errors;
}

describe("answers", () => {
  const idFor = (its: Records, at: string): string => (at.startsWith("/cases") ? its.caseId : at.startsWith("/people") ? its.personId : at.startsWith("/events") ? its.eventId : its.allegationId);
  const bodies: Record<string, unknown> = {
    recordCase: { name: "Жаңа Сынақ", placeId: "ala" },
    recordMoment: { kind: "still_inside", when: "2019-10-25" },
    recordPerson: { names: [{ text: "Жаңа Сынақ" }] },
    updateCase: { note: "A call" },
    computeRelease: { cases: [] },
  };

  it("are what the document says they are, whole and refused, for every kind of token", { timeout: 180_000 }, async () => {
    const { records: its, open } = await recorded();
    open();
    for (const profile of ["internal", "partner", "public"] as const) {
      const token = await tokenOf(coordinator, profile === "internal" ? {} : { profile, scopes: readOnly });
      const told = async (path: string) => ((await (await ask(path, { token })).json()) as { data: { id: string }[] }).data[0]?.id ?? "";
      for (const { name, method, path: at, body, scope } of all) {
        forgetApiRequests();
        if (profile !== "internal" && !(method === "GET" && readOnly.some((each) => each === scope))) continue;
        const list = `/${at.split("/")[1]}`;
        const id = at.includes("{") ? (profile === "internal" ? idFor(its, at) : await told(list)) : "";
        const headers: Record<string, string> = name === "updateCase" ? { "if-match": (await ask(`/cases/${id}`, { token })).headers.get("etag") ?? "" } : {};
        const asked = (given: unknown) => ask(at.replace("{id}", id), { token, method, headers, ...(body ? { body: given } : {}) });
        const refusals = [await ask(at.replace("{id}", id), { method }), ...(at.includes("{") ? [await ask(at.replace("{id}", "missing"), { token, method, headers, ...(body ? { body: bodies[name] } : {}) })] : []), ...(body ? [await asked({ surprise: 1 })] : [])];
        const answer = await asked(bodies[name]);
        expect([profile, name, answer.status]).toEqual([profile, name, operations[name as keyof typeof operations].status]);
        for (const each of [answer, ...refusals]) {
          const type = (each.headers.get("content-type") ?? "").split(";")[0] ?? "";
          expect([name, each.status, wrongWith(at, method, each.status, type, await each.json())]).toEqual([name, each.status, undefined]);
          for (const header of ["cache-control", "content-security-policy", "x-content-type-options", "cross-origin-resource-policy"]) expect([name, each.headers.has(header)]).toEqual([name, true]);
        }
      }
    }
  });
});

describe("a client made from the document", () => {
  it("compiles, and reads a case from a running server", { timeout: 180_000 }, async () => {
    const { records: its, open } = await recorded();
    open();
    const token = await tokenOf();
    const server = createServer((request, response) => {
      const [, , , list = "", id] = new URL(request.url ?? "", ORIGIN).pathname.split("/");
      const called = modules[(id === undefined ? `/${list}` : `/${list}/{id}`) as keyof typeof modules];
      void called
        .GET(new NextRequest(`${ORIGIN}${request.url ?? ""}`, { headers: { authorization: request.headers.authorization ?? "" } }), { params: Promise.resolve({ id: id ?? "" }) })
        .then(async (answer) => response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text()));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const folder = mkdtempSync(path.join(tmpdir(), "erkin-client-"));
    try {
      const input = path.join(folder, "openapi.json");
      writeFileSync(input, JSON.stringify(document));
      await createClient({ input, output: path.join(folder, "client"), plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"], logs: { level: "silent" } });
      const root = process.cwd();
      symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
      writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
      writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: "esnext", moduleResolution: "bundler", target: "es2022", lib: ["es2023", "dom", "dom.iterable"], skipLibCheck: true, types: ["node"] }, include: ["**/*.ts"], exclude: ["node_modules"] }));
      const program = [
        'import { getCase, listCases, type CaseFile } from "./client";',
        'import { client } from "./client/client.gen";',
        'client.setConfig({ baseUrl: process.argv[2] ?? "", auth: () => process.argv[3] ?? "" });',
        "const page = await listCases({ query: { limit: 5, view: \"outstanding\" } });",
        "const one = await getCase({ path: { id: process.argv[4] ?? \"\" } });",
        "const file: CaseFile | undefined = one.data;",
        "console.log(JSON.stringify([page.data?.data.length, file?.case.reference, file?.case.person.displayName]));",
      ];
      writeFileSync(path.join(folder, "main.ts"), program.join("\n"));
      execFileSync(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { stdio: "pipe" });
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
      const { spawn } = await import("node:child_process");
      const child = spawn(process.execPath, ["--import", path.join(root, "node_modules/tsx/dist/loader.mjs"), path.join(folder, "main.ts"), address, token, its.caseId], { cwd: folder });
      const output = await new Promise<string>((resolve) => {
        let text = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
        child.on("close", () => resolve(text));
      });
      expect(JSON.parse(output)).toEqual([1, expect.stringMatching(/^ALA-2019-/), expect.any(String)]);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
