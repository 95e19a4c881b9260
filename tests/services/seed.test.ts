import { beforeEach, describe, expect, it } from "vitest";
import { cases, sessions } from "@/db/schema";
import type { Store } from "@/db/store";
import { readFixture, type SeedFixture } from "@/lib/model/seed-fixture";
import { recordFixture } from "@/lib/services/seed";
import { seedAccess } from "@/lib/services/seed-access";
import { signIn } from "@/lib/services/sessions";
import { seedPlaces } from "@/lib/services/setup";
import { ensureKey } from "@/lib/vault/keys";
import { freshStore } from "../support/stores";

let store: Store;
beforeEach(async () => {
  ensureKey();
  store = await freshStore();
  await seedPlaces();
});

const users = [
  { login: "aset", name: "Асет", role: "admin", password: "seven quiet horses" },
  { login: "dana", name: "Дана", role: "monitor", password: "eight quiet horses", team: "North" },
];
const whole = {
  organisation: { name: "Erkin", locale: "kk", place: "ALA" },
  teams: [{ name: "North" }],
  users,
  people: [{ key: "ali", names: [{ text: "Әли Мысал" }] }],
  cases: [
    { key: "ali", person: "ali", place: "ALA", seized: "2026-11-10T10:00", moments: [{ kind: "still_inside", when: "2026-11-12" }] },
    { key: "two", count: 2, sex: "male", place: "AST", by: "dana", note: "seen from a window", stated: [{ when: "2026-11-30", attributedTo: "a relative" }] },
  ],
  orders: [{ cases: ["ali"], kind: "administrative_arrest", date: "2026-11-11", term: "P10D" }],
  allegations: [{ cases: ["two/2"], by: "dana", acts: ["beating"], attributedTo: "a neighbour" }],
};
const read = (value: unknown): SeedFixture => {
  const answer = readFixture(value, { today: "2026-11-22" });
  if (!answer.ok) throw new Error(answer.problems.join("\n"));
  return answer.fixture;
};
const problems = (value: unknown) => {
  const answer = readFixture(value, { today: "2026-11-22" });
  return answer.ok ? [] : answer.problems;
};
const seed = async (value: unknown) => {
  const fixture = read(value);
  return recordFixture(fixture, await seedAccess(fixture));
};

describe("a fixture", () => {
  it("makes organisation, users who can sign in, and records by their recorders", async () => {
    const seeded = await seed(whole);
    expect(seeded).toMatchObject({ people: 1, cases: 3, orders: 1, allegations: 1 });
    expect(await store.read.select().from(sessions)).toEqual([]);
    await expect(signIn({ login: "dana", password: "eight quiet horses", network: "n", device: "" })).resolves.toHaveProperty("sid");
    const rows = await store.read.select().from(cases);
    const teamOf = (key: string) => new Set(rows.filter(({ id }) => seeded.caseIds[key]?.includes(id)).map(({ teamId }) => teamId));
    expect(teamOf("ali")).not.toEqual(teamOf("two"));
    expect(rows.map(({ expectedBasis, note }) => [expectedBasis, note]).sort()).toEqual([["computed", ""], ["stated", "seen from a window"], ["stated", "seen from a window"]]);
  });

  it("without an organisation adds to an installation, by its own users or by the command line", async () => {
    await seed(whole);
    const more = await seed({ users: [{ login: "ruslan", name: "Руслан", role: "coordinator", password: "nine quiet horses", team: "North" }], cases: [{ key: "x", name: "Үлгі Мысал", place: "ALA" }] });
    expect(more.cases).toBe(1);
    expect((await seed({ cases: [{ key: "y", name: "Екінші Мысал", place: "ALA" }] })).cases).toBe(1);
  });

  it.each([
    ["an organisation twice", { ...whole }, "this installation already has one"],
    ["an unknown team", { users: [{ ...users[1], login: "x", team: "South" }] }, "no such team: South"],
    ["a login that is taken", { users: [{ ...users[1] }] }, "login"],
    ["an unknown recorder", { cases: [{ key: "x", name: "Мысал Мысал", place: "ALA", by: "nobody" }] }, "cases[0].by: no such user: nobody"],
    ["an unknown place", { cases: [{ key: "x", name: "Мысал Мысал", place: "XXL" }] }, "cases[0].place: no place has the code XXL"],
    ["a moment that has not happened", { cases: [{ key: "x", name: "Мысал Мысал", place: "ALA", moments: [{ kind: "released", when: "2199-01-01" }] }] }, "cases[0].when: date_in_future"],
  ])("is refused for %s, by place and reason", async (_what, value, reason) => {
    await seed(whole);
    await expect(seed(value)).rejects.toThrow(reason);
  });

  it("on an empty installation needs an organisation whose first user is an administrator", async () => {
    await expect(seed({ cases: [] })).rejects.toThrow("organisation: required on an empty installation");
    await expect(seed({ ...whole, users: [users[1]] })).rejects.toThrow("the first user must be an administrator");
  });
});

describe("a fixture that cannot be read names every problem and writes nothing", () => {
  const one = { key: "x", name: "Мысал Мысал", place: "ALA" };
  it.each([
    ["[]", [], ["(file): "]],
    ["an unknown field", { cases: [{ ...one, surname: "x" }] }, ["cases[0].surname: unknown field"]],
    ["an impossible date", { cases: [{ ...one, seized: "2019-02-30" }] }, ["cases[0].seized: "]],
    ["nobody and two of them", { cases: [{ key: "x", place: "ALA" }, { ...one, key: "y", count: 2 }] }, ["cases[0]: give exactly one", "cases[1]: give exactly one"]],
    ["a key twice", { cases: [one, one] }, ["cases[1].key: used before"]],
    ["a reference to nothing", { cases: [{ ...one, event: "e" }], orders: [{ cases: ["z"], kind: "fine" }] }, ["cases[0].event: no such record among events: e", "orders[0].cases: no such record among cases: z"]],
    ["an allegation without who alleges it", { cases: [one], allegations: [{ cases: ["x"], acts: ["beating"] }] }, ["allegations[0].attributedTo: required"]],
    ["a term of zero", { cases: [one], orders: [{ cases: ["x"], kind: "fine", term: "0 days" }] }, ["orders[0].term: "]],
    ["a short password", { users: [{ login: "a", name: "A", role: "admin", password: "short" }] }, ["users[0].password: password_short"]],
    ["an unknown value", { cases: [{ ...one, detentionKind: "kidnapped" }] }, ["cases[0].detentionKind: unknown_option"]],
  ])("%s", (_what, value, expected) => {
    expect(problems(value).map((problem, at) => problem.startsWith(expected[at] ?? "–"))).toEqual(expected.map(() => true));
  });
});
