import Database from "better-sqlite3";
import { rmSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { importBatches } from "@/db/schema";
import { migrateSqlite } from "@/db/migrate";
import { connect, databaseFile } from "@/db/sqlite";
import { store } from "@/db/store";
import { csvText } from "@/lib/exchange/csv";
import { getCaseList } from "@/lib/services/case-list";
import { getImportDetails, setImportDetails } from "@/lib/services/import-details";
import { getImportPage } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { getImportUndo, undoImport } from "@/lib/services/import-undo";
import { importSettled } from "@/lib/services/import-work";
import { asker } from "./asker";
import { inventPerson } from "./names";
import { randomFrom } from "./random";
import { quantile } from "./timing";

/** Seconds on the clock, and of the processor: the latter are what neighbours disturb least. */
type Lap = { s: number; cpu: number };
export type ImportFigures = { rows: number; accepted: number; aside: number; read: Lap; check: Lap; record: Lap; undo: Lap; floorS: number; peakRssMiB: number; pageMeanwhileP50: number; pageMeanwhileP95: number; pageMeanwhileMost: number };

const SAMPLE_MS = 50;
const MIB = 1_048_576;

/** A list as somebody would send it: rows that share nothing but the places, courts and stations, a fiftieth of them told twice. */
export function listOf(rows: number): Uint8Array {
  const random = randomFrom(20_260_101);
  const pick = (from: readonly string[]) => random.pick(from);
  const months = ["января", "марта", "июня", "октября", "декабря"];
  const table = [["№", "ФИО", "Пол", "Дата задержания", "Город", "Кем задержан", "Суд", "Дата постановления", "Срок", "Вид наказания", "Освобождён"]];
  for (let at = 0; at < rows; at++) {
    const { name, sex } = inventPerson(random);
    const [day, month, year] = [random.whole(1, 20), pick(months), random.whole(2014, 2019)];
    const ruled = random.chance(0.7);
    const told = [String(at), name, sex === "female" ? "жен" : "муж", `${day} ${month} ${year}, ${random.whole(0, 23)}:${random.whole(10, 59)}`, pick(["Алматы", "Астана", "Шымкент"]), `Полиция бөлімі ${random.whole(1, 40)}`];
    table.push([...told, ...(ruled ? [`Сот ${random.whole(1, 30)}`, `${day + 1} ${month} ${year}`, `${random.whole(3, 20)} суток`, "адм. арест"] : ["", "", "", ""]), random.chance(0.5) ? `${day + 3} ${month} ${year}` : ""]);
    if (random.chance(0.02)) table.push([...(table.at(-1) ?? [])]);
  }
  return new TextEncoder().encode(csvText(table.slice(0, rows + 1)));
}

/** Brings a file of cases in through the services, in this process, while a list is asked for again and again; then writes the same rows raw. */
export async function measureImport(dataDir: string, rows: number, say: (text: string) => void): Promise<ImportFigures> {
  const bytes = listOf(rows);
  const watch = watching();
  const lap = stopwatch();
  const { importId } = await startImport(asker, { name: "bench.csv", bytes, encoding: "auto", delimiter: "auto", kind: "cases" });
  const read = lap();
  say(`read in ${told(read)}`);
  const { mapping, version } = await getImportDetails(asker, importId);
  const { headings: _headings, columns: _columns, ...details } = mapping;
  lap();
  await setImportDetails(asker, { importId, ...details, sender: "Bench" }, { version });
  await importSettled(importId);
  const check = lap();
  say(`checked in ${told(check)}`);
  const { counts, version: seen } = await getImportPage(asker, importId);
  lap();
  await recordImport(asker, { importId }, { version: seen });
  await importSettled(importId);
  const record = lap();
  say(`recorded in ${told(record)}`);
  const met = await watch.end();
  const recorded = await getImportPage(asker, importId);
  if (recorded.state !== "recorded") throw new Error(`the import broke off: ${recorded.failure}`);
  const floorS = await floor(dataDir, importId);
  lap();
  await undoImport(asker, { importId, reason: "bench" }, { version: (await getImportUndo(asker, importId)).version });
  return { rows, accepted: counts.accepted, aside: counts.aside, read, check, record, floorS, undo: lap(), ...met };
}

const told = ({ s, cpu }: Lap): string => `${s.toFixed(1)} s (${cpu.toFixed(1)} s of the processor)`;

function stopwatch(): () => Lap {
  let [since, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const [s, { user, system }] = [(performance.now() - since) / 1000, process.cpuUsage(used)];
    [since, used] = [performance.now(), process.cpuUsage()];
    return { s, cpu: (user + system) / 1_000_000 };
  };
}

/** Asks for a list every 50 ms and counts from when it should have been asked for: a loop that is busy keeps whoever waits at the door waiting too. */
function watching() {
  let going = true;
  let peak = 0;
  const waits: number[] = [];
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), SAMPLE_MS);
  const others = (async () => {
    for (let due = performance.now(); going; due = Math.max(due + SAMPLE_MS, performance.now())) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await getCaseList(asker, { view: "outstanding" });
      waits.push(performance.now() - due);
    }
  })();
  return {
    async end() {
      going = false;
      await others;
      clearInterval(sampler);
      const sorted = waits.toSorted((a, b) => a - b);
      return { peakRssMiB: peak / MIB, pageMeanwhileP50: quantile(sorted, 0.5), pageMeanwhileP95: quantile(sorted, 0.95), pageMeanwhileMost: sorted.at(-1) ?? Number.NaN };
    },
  };
}

/** What a batch left in each table, written again by prepared statements into an empty database of the same schema, 5000 rows in a transaction; seconds. */
async function floor(dataDir: string, importId: string): Promise<number> {
  const { read } = await store();
  const [batch] = await read.select().from(importBatches).where(eq(importBatches.id, importId));
  const folder = path.join(dataDir, "floor");
  migrateSqlite(folder);
  const [from, to] = [new Database(databaseFile(dataDir), { readonly: true }), connect(databaseFile(folder))];
  to.pragma("foreign_keys = OFF");
  const made = `SELECT subject_id FROM import_rows WHERE batch_id = '${batch?.id ?? ""}' AND subject_id IS NOT NULL`;
  const persons = `SELECT person_id FROM cases WHERE id IN (${made})`;
  const wanted: Record<string, string> = {
    import_rows: `batch_id = '${batch?.id ?? ""}'`,
    people: `id IN (${persons})`,
    person_names: `person_id IN (${persons})`,
    cases: `id IN (${made})`,
    custody_moments: `case_id IN (${made})`,
    orders: `id IN (SELECT order_id FROM order_cases WHERE case_id IN (${made}))`,
    order_cases: `case_id IN (${made})`,
    release_estimates: `case_id IN (${made})`,
    case_clocks: `case_id IN (${made})`,
    case_texts: `case_id IN (${made})`,
    audit_entries: `case_id IN (${made}) OR (subject_type = 'person' AND subject_id IN (${persons}))`,
  };
  const seconds = Object.entries(wanted).reduce((sum, [table, where]) => sum + copied(from, to, table, where), 0);
  from.close();
  to.close();
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}

function copied(from: Database.Database, to: Database.Database, table: string, where: string): number {
  let seconds = 0;
  let held: unknown[][] = [];
  const names = (from.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  // The full-text index is written out after each statement: its rows go in together, as ours do.
  const together = table === "case_texts" ? 500 : 1;
  const one = `(${names.map(() => "?").join(", ")})`;
  const statement = (rows: number) => to.prepare(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")}) VALUES ${Array(rows).fill(one).join(", ")}`);
  const insert = statement(together);
  const put = () => {
    const start = performance.now();
    to.transaction(() => {
      let at = 0;
      for (; at + together <= held.length; at += together) insert.run(...held.slice(at, at + together).flat());
      if (at < held.length) statement(held.length - at).run(...held.slice(at).flat());
    })();
    seconds += (performance.now() - start) / 1000;
    held = [];
  };
  for (const row of from.prepare(`SELECT ${names.map((name) => `"${name}"`).join(", ")} FROM ${table} WHERE ${where} ORDER BY rowid`).raw().iterate()) {
    if (held.push(row as unknown[]) === 5000) put();
  }
  put();
  return seconds;
}

const BAR = { seconds: 20, rssMiB: 400 };

export function importTable(figures: ImportFigures): string {
  const whole = figures.read.s + figures.check.s + figures.record.s;
  const line = (name: string, value: string) => `  ${name.padEnd(34)} ${value}`;
  const verdict = (met: boolean) => (met ? "met " : "NOT ");
  return [
    `import of ${figures.rows} rows: ${figures.accepted} recorded, ${figures.aside} set aside`,
    line("read into the database", told(figures.read)),
    line("checked", told(figures.check)),
    line("recorded, with estimates and log", told(figures.record)),
    line("together", `${whole.toFixed(1)} s`),
    line("floor: the same rows, raw inserts", `${figures.floorS.toFixed(1)} s (${(whole / figures.floorS).toFixed(1)} ×)`),
    line("taken back", told(figures.undo)),
    line("list meanwhile, same process", `p50 ${figures.pageMeanwhileP50.toFixed(0)} ms, p95 ${figures.pageMeanwhileP95.toFixed(0)} ms, most ${figures.pageMeanwhileMost.toFixed(0)} ms`),
    line("memory at most", `${figures.peakRssMiB.toFixed(0)} MiB`),
    `  ${verdict(whole <= BAR.seconds)} import: ${whole.toFixed(1)} s (bar ≤ ${BAR.seconds})`,
    `  ${verdict(figures.peakRssMiB <= BAR.rssMiB)} import memory: ${figures.peakRssMiB.toFixed(0)} MiB (bar ≤ ${BAR.rssMiB})`,
  ].join("\n");
}
