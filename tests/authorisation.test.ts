import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema";
import { anonymous } from "@/lib/model/actors";
import type { Actor } from "@/lib/model/permissions";
import { getAllegationPage } from "@/lib/services/allegations";
import { getSourceList, getSourcePage } from "@/lib/services/sources";
import { matrix } from "./support/matrix";
import type { Policy } from "./support/policy";
import { withoutActor } from "./support/without-actor";
import { CANARY, GUARDED, recorded, SHIELDED, type Records } from "./support/matrix-records";
import type { Store } from "@/db/store";
import { actors } from "./support/world";

type Verdict = "ok" | "ok, own team only" | "forbidden" | "not_found" | "refused";
type Row = Record<keyof typeof actors, Verdict>;

const everyone = (verdict: Verdict): Row => ({ admin: verdict, coordinator: verdict, monitor: verdict, viewer: verdict, stranger: verdict, teamless: verdict });
const expected: Record<Policy, Row> = {
  read: { ...everyone("ok"), stranger: "not_found", teamless: "not_found" },
  write: { ...everyone("ok"), viewer: "forbidden", stranger: "not_found", teamless: "not_found" },
  new: { ...everyone("ok"), viewer: "forbidden", teamless: "not_found" },
  list: { ...everyone("ok"), stranger: "ok, own team only", teamless: "ok, own team only" },
  offer: { ...everyone("ok"), viewer: "forbidden", stranger: "ok, own team only", teamless: "ok, own team only" },
  recorders: { ...everyone("ok"), viewer: "forbidden" },
  export: { ...everyone("forbidden"), admin: "ok", coordinator: "ok" },
  override: { ...everyone("forbidden"), admin: "ok", coordinator: "ok", stranger: "not_found", teamless: "not_found" },
  admin: { ...everyone("forbidden"), admin: "ok" },
  account: everyone("ok"),
  self: everyone("ok"),
};

let its: Records;
let open: () => Store;
beforeAll(async () => {
  ({ records: its, open } = await recorded());
});

type Outcome = { code?: string; answer?: string; entries: number };

async function outcomeOf(call: (typeof matrix)[string][1], actor: Actor): Promise<Outcome> {
  const store = open();
  const count = async () => (await store.read.select({ seq: auditEntries.seq }).from(auditEntries)).length;
  const before = await count();
  try {
    const answer = await call(actor, its);
    return { answer: JSON.stringify(answer) ?? "", entries: (await count()) - before };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (!code) throw error;
    return { code, entries: (await count()) - before };
  }
}

describe.each(Object.entries(matrix))("%s", (_name, [policy, call]) => {
  it.each(Object.entries(actors))("by %s", async (who, actor) => {
    const verdict = expected[policy][who as keyof typeof actors];
    const { code, answer, entries } = await outcomeOf(call, actor);
    if (verdict === "forbidden" || verdict === "not_found") {
      expect({ code, entries }).toEqual({ code: verdict, entries: 0 });
      return;
    }
    expect(code).toBeUndefined();
    if (verdict === "ok, own team only") expect(answer).not.toContain(CANARY);
    if (who === "viewer") expect(answer).not.toContain(GUARDED);
    if (who === "viewer") expect(answer).not.toContain(SHIELDED);
  });

  it("by somebody who has not signed in", async () => {
    const { code, answer, entries } = await outcomeOf(call, anonymous);
    if (policy === "self") expect(answer === undefined ? "" : answer).not.toContain(CANARY);
    else expect({ refused: code === "forbidden" || code === "not_found", entries }).toEqual({ refused: true, entries: 0 });
  });
});

describe("the matrix", () => {
  it("shows team A what is theirs, or the check for others would prove nothing", async () => {
    for (const [name, [policy, call]] of Object.entries(matrix)) {
      if (policy === "list" || policy === "offer") expect((await outcomeOf(call, actors.monitor)).answer, name).toContain(CANARY);
    }
  });

  it("shows those who record what is kept from viewers, or that check would prove nothing either", async () => {
    for (const name of ["getPersonPage", "getEditablePerson", "getAllegationPage", "getEditableAllegation", "getAllegationList", "consentsOf"]) expect((await outcomeOf(matrix[name]![1], actors.monitor)).answer, name).toContain(GUARDED);
  });

  it("shows those who record whom a protected source hides, and viewers that there is one", async () => {
    const reads: [string, (actor: Actor) => Promise<unknown>][] = [
      ...["getCasePage", "getCaseClaims", "getEventClaims", "getSourceClaims", "getCaseHistory", "getSourceList", "getSourceChoices", "getEventPage"].map((name): [string, (actor: Actor) => Promise<unknown>] => [name, async (actor) => matrix[name]![1](actor, its)]),
      ["getSourcePage", (actor) => getSourcePage(actor, its.shieldedId)],
      ["getAllegationPage", (actor) => getAllegationPage(actor, its.shieldedAllegationId)],
      ["a search for it", (actor) => getSourceList(actor, 1, SHIELDED)],
    ];
    open();
    for (const [name, read] of reads) {
      expect(JSON.stringify(await read(actors.monitor)), name).toContain(SHIELDED);
      expect(JSON.stringify(await read(actors.viewer)), name).not.toContain(SHIELDED);
    }
    expect((await getSourcePage(actors.viewer, its.shieldedId)).source).toMatchObject({ kind: "relative", masked: true, title: "", text: "" });
    expect((await getSourceList(actors.viewer, 1, SHIELDED)).items).toEqual([]);
  });

  it("holds every exported function of the services", async () => {
    const folder = path.resolve(import.meta.dirname, "../lib/services");
    const exported: string[] = [];
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
      const loaded = (await import(path.join(folder, file))) as Record<string, unknown>;
      exported.push(...Object.entries(loaded).flatMap(([name, value]) => (typeof value === "function" ? [name] : [])));
    }
    const listed = [...Object.keys(matrix), ...Object.values(withoutActor).flat()];
    expect({ unlisted: exported.filter((name) => !listed.includes(name)), gone: listed.filter((name) => !exported.includes(name)) }).toEqual({ unlisted: [], gone: [] });
  });
});
