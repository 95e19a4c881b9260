import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { migrateSqlite, migrations, type Migration } from "@/db/migrate";
import { connect, databaseFile, openSqlite } from "@/db/sqlite";
import { teams } from "@/db/schema";
import type { Tx } from "@/db/store";
import { newFolder } from "../support/stores";

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

const all = migrations("sqlite");
const step = (tag: string, ...statements: string[]): Migration => ({ tag, when: 0, statements });

/** A database with a team and a place's child table filled, as an installation in use has them. */
function inUse(): void {
  migrateSqlite(folder);
  const db = connect(databaseFile(folder));
  db.exec(`
    INSERT INTO teams (id, name, version, created_at, updated_at) VALUES ('t', 'Team', 1, 0, 0);
    INSERT INTO events (id, team_id, kind, title, zone, version, created_at, updated_at) VALUES ('e', 't', 'rally', 'Rally', 'Asia/Almaty', 1, 0, 0);
  `);
  db.close();
}

const count = (table: string): unknown => {
  const db = new Database(databaseFile(folder), { readonly: true });
  try {
    return db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
  } finally {
    db.close();
  }
};

describe("a SQLite connection", () => {
  it("has every pragma of the house, on every opening of an existing file", () => {
    for (let opening = 0; opening < 2; opening++) {
      const db = connect(databaseFile(folder));
      const value = (name: string) => db.pragma(name, { simple: true });
      expect([value("journal_mode"), value("synchronous"), value("foreign_keys"), value("busy_timeout")]).toEqual(["wal", 2, 1, 5000]);
      expect([value("secure_delete"), value("trusted_schema"), value("cell_size_check"), value("temp_store")]).toEqual([1, 0, 1, 2]);
      db.close();
    }
  });

  it("is made of a SQLite without the known corruption bug of WAL resets", () => {
    const db = new Database(":memory:");
    const [major = 0, minor = 0, patch = 0] = String(db.prepare("SELECT sqlite_version()").pluck().get()).split(".").map(Number);
    db.close();
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  it("for reading cannot write, even when somebody forces the type", async () => {
    migrateSqlite(folder);
    const store = openSqlite(folder);
    const forced = store.read as Tx;
    await expect((async () => forced.insert(teams).values({ id: "x", name: "x", createdAt: 0, updatedAt: 0 }))()).rejects.toThrow();
    await store.close();
    expect(count("teams")).toBe(0);
  });

  it("lies in a folder that only its owner can enter", () => {
    const inner = path.join(folder, "data");
    migrateSqlite(inner);
    expect(statSync(inner).mode & 0o777).toBe(0o700);
  });
});

describe("migrations of SQLite", () => {
  it("bring an empty folder up to date, and do nothing the second time", () => {
    expect(migrateSqlite(folder)).toEqual(all.map(({ tag }) => tag));
    expect(migrateSqlite(folder)).toEqual([]);
    expect(count("cases")).toBe(0);
  });

  it("copy a database in use before they touch it", () => {
    inUse();
    migrateSqlite(folder, [...all, step("9999_more", "CREATE TABLE more (id TEXT PRIMARY KEY)")]);
    const [copy = ""] = readdirSync(path.join(folder, "before-migration"));
    expect(copy).toMatch(/^9999_more-\d+\.db$/);
    const saved = new Database(path.join(folder, "before-migration", copy), { readonly: true });
    expect(saved.prepare("SELECT count(*) FROM events").pluck().get()).toBe(1);
    saved.close();
  });

  it("that would lose rows are refused and rolled back whole", () => {
    inUse();
    const lossy = step("9999_lossy", "CREATE TABLE half_done (id TEXT PRIMARY KEY)", "DELETE FROM events");
    expect(() => migrateSqlite(folder, [...all, lossy])).toThrow("would change the rows of events: 1 → 0");
    expect(count("events")).toBe(1);
    expect(() => count("half_done")).toThrow("no such table");
    expect(migrateSqlite(folder, all)).toEqual([]);
  });

  it("that rebuild a parent table keep its children", () => {
    inUse();
    const rebuild = step(
      "9999_rebuild",
      "CREATE TABLE `__new_teams` (`id` text PRIMARY KEY NOT NULL, `name` text NOT NULL, `version` integer DEFAULT 1 NOT NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `note` text)",
      "INSERT INTO `__new_teams` (id, name, version, created_at, updated_at) SELECT id, name, version, created_at, updated_at FROM `teams`",
      "DROP TABLE `teams`",
      "ALTER TABLE `__new_teams` RENAME TO `teams`",
    );
    migrateSqlite(folder, [...all, rebuild]);
    expect([count("teams"), count("events")]).toEqual([1, 1]);
  });

  it("that would leave a reference to nothing are refused", () => {
    inUse();
    const dangling = step("9999_dangling", "UPDATE events SET team_id = 'gone'");
    expect(() => migrateSqlite(folder, [...all, dangling])).toThrow("would break 1 references");
  });

  it("that drop a table that holds rows do so only when they name it", () => {
    inUse();
    expect(migrateSqlite(folder, [...all, step("9999_drop", "DROP TABLE `events`;")])).toEqual(["9999_drop"]);
    expect(() => count("events")).toThrow("no such table");
  });

  it("keep what an allegation said of its agency, perpetrator and answer when that moves to tables of its own", () => {
    migrateSqlite(folder, all.slice(0, all.findIndex(({ tag }) => tag.endsWith("what_is_known"))));
    const before = connect(databaseFile(folder));
    before.exec(`
      INSERT INTO teams (id, name, version, created_at, updated_at) VALUES ('t', 'Team', 1, 0, 0);
      INSERT INTO institutions (id, kind, name, name_key, version, created_at, updated_at) VALUES ('p', 'police', 'Police', 'police', 1, 0, 0);
      INSERT INTO allegations (id, team_id, zone, victim_scope, attributed_to, agency_id, perpetrator, response, response_when, response_note, verification, version, created_at, updated_at)
        VALUES ('a', 't', 'Asia/Almaty', 'these', 'his mother', 'p', 'a tall officer', 'denied', '2019-10-30', 'Not so', 'disputed', 3, 5, 6);
    `);
    before.close();
    migrateSqlite(folder);
    const db = new Database(databaseFile(folder), { readonly: true });
    const one = (sql: string) => db.prepare(sql).get();
    expect(one("SELECT attributed_to, verification, response, version, created_at FROM allegations")).toEqual({ attributed_to: "his mother", verification: "disputed", response: "denied", version: 3, created_at: 5 });
    expect(one("SELECT allegation_id, institution_id, person, involvement FROM allegation_perpetrators")).toEqual({ allegation_id: "a", institution_id: "p", person: "a tall officer", involvement: "unknown" });
    expect(one("SELECT allegation_id, institution_id, answer, asked_text, answered_text, note FROM allegation_responses")).toEqual({ allegation_id: "a", institution_id: "p", answer: "denied", asked_text: "2019-10-30", answered_text: null, note: "Not so" });
    expect(one("SELECT allegation_id, verification FROM allegation_reviews")).toEqual({ allegation_id: "a", verification: "disputed" });
    expect(db.pragma("foreign_key_check")).toEqual([]);
    db.close();
  });
});
