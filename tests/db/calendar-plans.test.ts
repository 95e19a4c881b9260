import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, it } from "vitest";
import * as schema from "@/db/schema";
import { connect, databaseFile } from "@/db/sqlite";
import { useStore, type Db } from "@/db/store";
import { getCalendar } from "@/lib/services/calendar";
import { noticeTurn } from "@/lib/services/notice-turn";
import { countUnread, listNotices } from "@/lib/services/notices";
import { aCase, aRuling } from "../support/records";
import { dialect } from "../support/stores";
import { freshWorld, monitor, setNow } from "../support/world";

describe.skipIf(dialect === "postgres")("what a month, the bell and a turn of the notices ask of SQLite", () => {
  it("is found by index: nothing reads a table from its beginning to its end", async () => {
    const store = await freshWorld();
    await aRuling([await aCase()]);
    setNow("2019-11-05T09:00:00+06:00");
    await noticeTurn();
    const db = connect(databaseFile(store.folder ?? ""));
    const heard: { sql: string; params: unknown[] }[] = [];
    const read = drizzle({ client: db, schema, logger: { logQuery: (sql, params) => heard.push({ sql, params }) } }) as unknown as Db;
    useStore({ dialect: "sqlite", read, write: () => Promise.reject(new Error("plans only read")), close: () => Promise.resolve() });
    const actor = { ...monitor, teamIds: ["team-a", "team-b"] };
    await getCalendar(actor, { month: "2019-11", kinds: [] });
    await countUnread(actor);
    await listNotices(actor);
    await noticeTurn();
    const plans = heard.map(({ sql, params }) => ({ sql, lines: (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map(({ detail }) => detail) }));
    db.close();
    // Small tables of the organisation may be read whole.
    const small = /^SCAN (organisations|teams|users|team_members|notice_preferences|notice_ways|CONSTANT|counted)/;
    expect(plans.flatMap(({ sql, lines }) => lines.filter((line) => line.startsWith("SCAN ") && !small.test(line)).map((line) => `${line} of ${sql}`))).toEqual([]);
    const used = plans.flatMap(({ lines }) => lines).join("\n");
    for (const index of ["cases_expected_from (team_id=? AND expected_from>? AND expected_from<?)", "cases_expected_to (team_id=? AND expected_to>? AND expected_to<?)", "cases_long_windows", "orders_team_date (team_id=? AND earliest>? AND earliest<?)", "events_team_start", "case_clocks_next", "complaints_due", "tasks_due", "cases_watch_from (team_id=? AND watch_from>? AND watch_from<?)", "cases_stated_differs", "notices_open"]) expect(used, index).toContain(index);
  });
});
