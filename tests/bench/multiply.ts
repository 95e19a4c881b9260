import type Database from "better-sqlite3";

const NUMBERS_APART = 100_000;

/** Columns of each table that identify something which is copied as well; everything else stays as it is. */
const copied: Record<string, { ids: string[]; leave?: string[] }> = {
  people: { ids: ["id"] },
  person_names: { ids: ["id", "person_id"] },
  cases: { ids: ["id", "person_id", "estimate_id"] },
  case_events: { ids: ["case_id"] },
  case_texts: { ids: ["case_id"], leave: ["seq"] },
  custody_moments: { ids: ["id", "case_id"] },
  orders: { ids: ["id"] },
  order_cases: { ids: ["order_id", "case_id"] },
};

/**
 * Makes `times` as many cases out of those that are there, by copying people, cases, texts, moments and rulings under other ids and numbers.
 * Much faster than inventing them, and the same to an index. Copies have no stored estimate, citation, allegation or audit entry.
 */
export function multiplyCases(db: Database.Database, times: number, say: (text: string) => void): void {
  db.pragma("foreign_keys = OFF");
  for (const table of Object.keys(copied)) db.exec(`CREATE TEMP TABLE first_${table} AS SELECT * FROM ${table}`);
  for (let turn = 1; turn < times; turn++) {
    db.transaction(() => Object.entries(copied).forEach(([table, { ids, leave = [] }]) => copyTable(db, table, ids, leave, turn)))();
    say(`copy ${turn} of ${times - 1}`);
  }
  db.pragma("foreign_keys = ON");
}

function copyTable(db: Database.Database, table: string, ids: string[], leave: string[], turn: number): void {
  // The two digits of an id that are the same in all of them tell the copies apart.
  const [kind, variant] = [((4 + turn) % 16).toString(16), ((10 + Math.floor(turn / 16)) % 16).toString(16)];
  const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name).filter((name) => !leave.includes(name));
  const values = columns.map((name) => {
    if (ids.includes(name)) return `substr(${name}, 1, 14) || '${kind}' || substr(${name}, 16, 4) || '${variant}' || substr(${name}, 21)`;
    return name === "reference" ? `substr(reference, 1, 9) || (CAST(substr(reference, 10) AS INTEGER) + ${turn * NUMBERS_APART})` : name;
  });
  db.exec(`INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM temp.first_${table}`);
}
