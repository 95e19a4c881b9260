import { inspect } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { migratePostgres, migrations, type Migration } from "@/db/migrate";
import { openPostgres } from "@/db/postgres";
import { people } from "@/db/schema";
import { embeddedPostgres } from "../support/stores";

const server = embeddedPostgres();
afterAll(async () => (await server).close());

const all = migrations("postgres");
const step = (tag: string, ...statements: string[]): Migration => ({ tag, when: 0, statements });
const count = async (table: string) => Number((await (await server).run(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

describe("migrations of PostgreSQL", () => {
  it("bring an empty database up to date, and do nothing the second time", async () => {
    const { run } = await server;
    expect(await migratePostgres(run)).toEqual(all.map(({ tag }) => tag));
    expect(await migratePostgres(run)).toEqual([]);
    expect(await count("cases")).toBe(0);
  });

  it("that fail half-way leave nothing behind", async () => {
    const { run } = await server;
    const failing = step("9999_failing", "CREATE TABLE half_done (id text PRIMARY KEY)", "SELECT nonsense");
    await expect(migratePostgres(run, [...all, failing])).rejects.toThrow();
    await expect(count("half_done")).rejects.toThrow();
    expect(await migratePostgres(run, all)).toEqual([]);
  });

  it("that would leave a reference to nothing are refused", async () => {
    const { run } = await server;
    await run("INSERT INTO teams (id, name, created_at, updated_at) VALUES ('t', 'Team', 0, 0)");
    await run("INSERT INTO events (id, team_id, kind, title, zone, created_at, updated_at) VALUES ('e', 't', 'rally', 'Rally', 'Asia/Almaty', 0, 0)");
    await expect(migratePostgres(run, [...all, step("9999_dangling", "UPDATE events SET team_id = 'gone'")])).rejects.toThrow();
    expect(await count("events")).toBe(1);
  });
});

it("a read that fails does not write what was looked for into the log of the server", async () => {
  // Nobody listens on port 1.
  const store = openPostgres("postgres://erkin:secret@127.0.0.1:1/erkin");
  const asked = { named: () => store.read.select().from(people).where(eq(people.displayName, "Болат Сынақов")), written: () => store.write((tx) => tx.select().from(people).where(eq(people.displayName, "Болат Сынақов"))) };
  for (const ask of Object.values(asked)) {
    const error = await ask().then(() => undefined, (refused: unknown) => refused);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 9 })).not.toMatch(/Болат|secret/);
  }
  await store.close();
});
