import { beforeEach, describe, expect, it } from "vitest";
import { webhookDeliveries } from "@/db/schema";
import type { Store } from "@/db/store";
import { INTERNAL } from "@/lib/model/destination";
import { idBehind, pageOfCaseIds, pageOfIds } from "@/lib/services/api-lists";
import { findProgram, issueToken } from "@/lib/services/api-tokens";
import { recordPerson } from "@/lib/services/people";
import { tellWebhooks } from "@/lib/services/webhook-queue";
import { addWebhook, listWebhooks, setWebhookState } from "@/lib/services/webhooks";
import { aToken } from "../support/programs";
import { aCase, release } from "../support/records";
import { admin, coordinator, freshWorld, monitor, stranger } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

describe("pages of ids", () => {
  it("hold everything in scope once, whatever filter and however long a page", async () => {
    const all: string[] = [];
    for (let i = 0; i < 5; i++) all.push(await aCase({ placeId: i % 2 ? "akb" : "ala", name: `Сынақ ${"абвгд"[i] ?? ""}` }));
    await aCase({}, stranger);
    const of = async (query: Parameters<typeof pageOfCaseIds>[1], limit: number) => {
      const found: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await pageOfCaseIds(coordinator, query, { cursor, limit }, INTERNAL);
        found.push(...page.ids);
        if (page.next === null) return found;
        cursor = page.next;
      }
    };
    for (const limit of [1, 2, 5, 9]) expect(await of({}, limit)).toEqual(all);
    expect(await of({ placeId: "akb" }, 1)).toEqual([all[1], all[3]]);
    expect(await of({ q: "Сынақ" }, 2)).toEqual(all);
    await release([all[2] ?? ""], "2019-10-31T16:00");
    expect(await of({ view: "released" }, 2)).toEqual([all[2]]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const since = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await of({ since }, 2)).toEqual([]);
    await release([all[0] ?? ""], "2019-10-31T16:00");
    expect(await of({ since }, 2)).toEqual([all[0]]);
  });

  it("hold people too", async () => {
    const { personId } = await recordPerson(monitor, { identification: "identified", names: [{ text: "Сынақ Сынақов", kind: "legal" }], sex: "male", birthDate: null, nationality: "", occupation: "", affiliation: "", residence: "", healthRisk: "", familyContact: "" });
    expect(await pageOfIds(coordinator, "people", { limit: 5 })).toEqual({ ids: [personId], next: null });
    expect(await pageOfIds(coordinator, "events", { limit: 5 })).toEqual({ ids: [], next: null });
    expect(await idBehind(coordinator, "people", personId, INTERNAL)).toBe(personId);
  });
});

it("a token is its user's on every engine", async () => {
  const { token } = await issueToken(coordinator, aToken);
  expect(await findProgram(token)).toMatchObject({ actor: { userId: coordinator.userId, role: "coordinator", teamIds: ["team-a"] }, scopes: ["cases:read"], destination: INTERNAL });
  expect(await findProgram(`${token}x`)).toBeUndefined();
});

it("what waits for a webhook is put there once", async () => {
  await addWebhook(admin, { url: "http://127.0.0.1:1/", events: ["case.recorded", "release.observed"] });
  const [hook] = await listWebhooks(admin);
  const id = await aCase();
  await release([id], "2019-10-31T16:00");
  await tellWebhooks();
  await tellWebhooks();
  const rows = await store.read.select().from(webhookDeliveries);
  expect(rows.map(({ event, state }) => [event, state]).sort()).toEqual([["case.recorded", "waiting"], ["release.observed", "waiting"]]);
  expect((await listWebhooks(admin))[0]).toMatchObject({ waiting: 2, last: { status: "refused" }, parked: [] });
  await setWebhookState(admin, { webhookId: hook?.id ?? "", state: "removed" });
  expect(await store.read.select().from(webhookDeliveries)).toEqual([]);
});
