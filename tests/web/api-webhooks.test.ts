import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { users, webhookDeliveries, webhooks } from "@/db/schema";
import type { Store } from "@/db/store";
import { webhookInput, type WebhookEvent } from "@/lib/model/api";
import { updateCase } from "@/lib/services/cases";
import { isInside, mayCall } from "@/lib/services/webhook-address";
import { postSigned } from "@/lib/services/webhook-post";
import { RESTS_MS, tellWebhooks } from "@/lib/services/webhook-queue";
import { addWebhook, listWebhooks, retryDelivery, setWebhookState } from "@/lib/services/webhooks";
import { aCase, release } from "../support/records";
import { admin, almaty, freshWorld, monitor, stranger } from "../support/world";

const names = vi.hoisted(() => ({ found: [] as { address: string; family: number }[] }));
vi.mock("node:dns", async (original) => ({ ...(await original<object>()), lookup: (_host: string, _options: object, done: (error: null, found: object[]) => void) => done(null, names.found) }));

type Received = { headers: IncomingMessage["headers"]; body: string };
let store: Store;
let receiver: Server;
let url: string;
let received: Received[];
let answers: (number | "hang" | "redirect" | "flood")[];

beforeEach(async () => {
  store = await freshWorld();
  received = [];
  answers = [];
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const answer = answers.shift() ?? 200;
      if (answer === "hang") return;
      if (answer === "redirect") return void response.writeHead(302, { Location: `${url}/elsewhere` }).end();
      if (answer === "flood") return void response.writeHead(200).write("x".repeat(100_000), () => setInterval(() => response.destroyed || response.write("x".repeat(100_000)), 5).unref());
      response.writeHead(answer).end("thank you");
    });
  });
  await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/erkin`;
});
afterEach(async () => {
  vi.useRealTimers();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const add = (events: WebhookEvent[] = ["case.recorded", "case.updated", "release.observed", "estimate.changed"]) => addWebhook(admin, { url, events });
const told = () => received.map(({ body }) => (JSON.parse(body) as { event: string; caseId: string }));
const clock = (at = Date.parse("2026-11-20T10:00:00Z")) => vi.useFakeTimers({ toFake: ["Date"], now: at });
const only = async () => (await listWebhooks(admin))[0]!;

describe("webhooks", () => {
  it("are told nothing until somebody adds one, and of nothing that happened before", async () => {
    await aCase();
    await tellWebhooks();
    await add();
    await tellWebhooks();
    expect(received).toEqual([]);
  });

  it("are told that something happened and to what, signed, in order, each thing once, and never what it is", async () => {
    const { secret } = await add();
    const id = await aCase({ name: "Сыр Айтылмас", seized: "2019-10-22T10:00" });
    await updateCase(monitor, { caseId: id, detentionKind: "administrative_arrest", priority: "high", placeId: almaty, agency: "", heldAt: "", events: [], ownerId: null, lawyer: "", note: "құпия" }, { version: 1 });
    await release([id], "2019-10-31T16:00");
    await tellWebhooks();
    await tellWebhooks();
    expect(told().map(({ event, caseId }) => [event, caseId])).toEqual([["case.recorded", id], ["case.updated", id], ["release.observed", id]].concat(told().some(({ event }) => event === "estimate.changed") ? [["estimate.changed", id]] : []));
    const [first] = received;
    const [, seconds = "", signature = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(first?.headers["erkin-signature"])) ?? [];
    expect(signature).toBe(createHmac("sha256", secret).update(`${seconds}.${first?.body ?? ""}`).digest("hex"));
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60);
    expect(JSON.parse(first?.body ?? "")).toEqual({ id: first?.headers["erkin-delivery"], event: "case.recorded", at: expect.any(String) as string, subject: { type: "case", id, version: 1 }, caseId: id });
    const all = received.map(({ body, headers }) => body + JSON.stringify(headers)).join("\n");
    for (const word of ["Сыр", "құпия", "ALA-2019", "2019-10", secret]) expect([word, all.includes(word)]).toEqual([word, false]);
    expect(JSON.stringify(await store.read.select().from(webhooks))).not.toContain(secret);
  });

  it("tell only what the administrator who added them may see, and rest while that is no administrator", async () => {
    await add();
    await aCase({}, stranger);
    await tellWebhooks();
    expect(received).toEqual([]);
    await store.write((tx) => tx.update(users).set({ role: "monitor" }).where(eq(users.id, admin.userId)));
    await aCase();
    await tellWebhooks();
    expect(received).toEqual([]);
    await store.write((tx) => tx.update(users).set({ role: "admin" }).where(eq(users.id, admin.userId)));
    await tellWebhooks();
    expect(received).toHaveLength(1);
  });

  it("try again after longer and longer, keep the order meanwhile, survive a restart, and are set aside in the end", async () => {
    clock();
    await add(["case.recorded"]);
    const ids = [await aCase(), await aCase()];
    answers = [500];
    await tellWebhooks();
    await tellWebhooks();
    expect(received).toHaveLength(1);
    // A restart: nothing but the database is left, in which all of it stands.
    expect(await store.read.select({ state: webhookDeliveries.state }).from(webhookDeliveries)).toEqual([{ state: "waiting" }, { state: "waiting" }]);
    vi.setSystemTime(Date.now() + (RESTS_MS[0] ?? 0));
    await tellWebhooks();
    expect(told().map(({ caseId }) => caseId)).toEqual([ids[0], ids[0], ids[1]]);
    expect(received[0]?.body).toBe(received[1]?.body);
    received = [];
    const lost = await aCase();
    answers = Array.from({ length: RESTS_MS.length + 1 }, () => 503);
    for (const rest of [...RESTS_MS, 0]) {
      await tellWebhooks();
      vi.setSystemTime(Date.now() + rest);
    }
    const after = await aCase();
    await tellWebhooks();
    expect(told().map(({ caseId }) => caseId)).toEqual([...Array.from({ length: RESTS_MS.length + 1 }, () => lost), after]);
    const { parked, waiting } = await only();
    expect([waiting, parked.map(({ attempts, lastStatus }) => [attempts, lastStatus])]).toEqual([0, [[RESTS_MS.length + 1, "503"]]]);
    await retryDelivery(admin, { deliveryId: parked[0]?.id ?? "" });
    await tellWebhooks();
    expect(told().at(-1)?.caseId).toBe(lost);
    expect((await only()).parked).toEqual([]);
    await expect(retryDelivery(admin, { deliveryId: parked[0]?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("rest, go on with what happened meanwhile, and end", async () => {
    await add(["case.recorded"]);
    const { id: webhookId } = await only();
    await setWebhookState(admin, { webhookId, state: "paused" });
    const missed = await aCase();
    await tellWebhooks();
    expect(received).toEqual([]);
    await setWebhookState(admin, { webhookId, state: "active" });
    await tellWebhooks();
    expect(told().map(({ caseId }) => caseId)).toEqual([missed]);
    await setWebhookState(admin, { webhookId, state: "removed" });
    await aCase();
    await tellWebhooks();
    expect([received.length, await listWebhooks(admin)]).toEqual([1, []]);
    await expect(setWebhookState(admin, { webhookId, state: "active" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("follow no redirect, read no flood, and wait no longer than ten seconds", async () => {
    const sent = { secret: "s", body: "{}", event: "case.recorded", id: "d" };
    answers = ["redirect"];
    expect(await postSigned(url, sent)).toEqual({ ok: false, status: "302" });
    answers = ["flood"];
    expect(await postSigned(url, sent)).toEqual({ ok: true, status: "200" });
    expect(received).toHaveLength(2);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    answers = ["hang"];
    const hanging = postSigned(url, sent);
    await vi.advanceTimersByTimeAsync(10_001);
    expect(await hanging).toEqual({ ok: false, status: "timeout" });
    vi.useRealTimers();
    expect(await postSigned("http://127.0.0.1:1/", sent)).toEqual({ ok: false, status: "refused" });
    expect(await postSigned("https://192.168.1.1/", sent)).toEqual({ ok: false, status: "inside" });
  });
});

describe("an address", () => {
  it.each(["10.1.2.3", "127.0.0.2", "169.254.169.254", "172.20.0.1", "192.168.0.9", "100.64.0.1", "0.0.0.0", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"])("%s lies inside", (address) => expect(isInside(address)).toBe(true));
  it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])("%s lies outside", (address) => expect(isInside(address)).toBe(false));

  it.each<[string, string | undefined]>([
    ["https://example.org/erkin", undefined],
    ["http://127.0.0.1:8080/", undefined],
    ["http://localhost/x", undefined],
    ["http://[::1]:9/", undefined],
    ["http://abcdefghij.onion/", undefined],
    ["http://example.org/", "webhook_https"],
    ["http://127.0.0.1.example.org/", "webhook_https"],
    ["https://user:word@example.org/", "webhook_address"],
    ["ftp://example.org/", "webhook_address"],
    ["javascript:alert(1)", "webhook_address"],
    ["example.org", "webhook_address"],
    ["", "required"],
  ])("%s is taken or refused", (typed, code) => {
    const parsed = webhookInput({ today: "2026-11-20" }).safeParse({ url: typed, events: ["case.recorded"] });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(code === undefined ? undefined : [code]);
  });

  it("that shows one thing when it is recorded and leads inside when it is called is not called", async () => {
    const port = new URL(url).port;
    const sent = { secret: "s", body: "{}", event: "case.recorded", id: "d" };
    for (const address of ["127.0.0.1", "192.168.0.9", "::1"]) {
      names.found = [{ address: "8.8.8.8", family: 4 }, { address, family: address.includes(":") ? 6 : 4 }];
      expect(await postSigned(`https://receiver.example:${port}/`, sent)).toEqual({ ok: false, status: "inside" });
    }
    names.found = [{ address: "127.0.0.1", family: 4 }];
    expect(await postSigned(`http://localhost:${port}/`, sent)).toEqual({ ok: true, status: "200" });
    names.found = [{ address: "8.8.8.8", family: 4 }];
    expect(await postSigned(`http://localhost:${port}/`, sent)).toEqual({ ok: false, status: "inside" });
    expect(received).toHaveLength(1);
  });

  it("inside is refused unless the installation allows it", async () => {
    for (const host of ["https://192.168.1.10/", "https://[fd00::1]/", "https://169.254.169.254/latest"]) await expect(addWebhook(admin, { url: host, events: ["case.recorded"] })).rejects.toMatchObject({ detail: { problems: { url: { code: "webhook_private" } } } });
    for (const spelt of ["2130706433", "0x7f.1", "0", "[::ffff:169.254.169.254]", "[::ffff:0:10.0.0.1]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::10.0.0.1]", "[2001:0:a00:1::]", "[2002:a00:1::]", "[fec0::1]", "[::]"]) {
      const { hostname } = new URL(`https://${spelt}/`);
      expect([spelt, hostname === "127.0.0.1" || !mayCall(hostname)]).toEqual([spelt, true]);
    }
    expect([mayCall("[2606:4700::1111]"), mayCall("8.8.8.8")]).toEqual([true, true]);
    vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "allow");
    expect(mayCall("192.168.1.10")).toBe(true);
    vi.unstubAllEnvs();
  });
});
