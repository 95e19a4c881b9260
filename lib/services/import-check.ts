import "server-only";
import { casesTaken, eventsBetween, institutionPlaces, keysOf, peopleNamed, subjectsByKey, type ImportBatchRow } from "@/db/queries/imports";
import { findOrganisation, findPlace, listPlaces } from "@/db/queries/organisation";
import type { Reader } from "@/db/store";
import { knownText } from "@/lib/exchange/cells";
import type { ReadContext } from "@/lib/exchange/case-read";
import type { CsvRow } from "@/lib/exchange/csv-read";
import { eventChecker } from "@/lib/exchange/event-check";
import type { JudgedRow, Planned } from "@/lib/exchange/event-plan";
import { recordChecker, type NamedRecord, type Taken } from "@/lib/exchange/record-check";
import { dayOf } from "@/lib/exchange/row-dates";
import type { EventMapping } from "@/lib/model/event-import";
import { date, type InputContext } from "@/lib/model/fields";
import type { ImportTarget } from "@/lib/model/import-kind";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { now } from "./clock";
import { settingsOf } from "./import-batches";
import { todayIn } from "./organisation";
import { turnsOf } from "./turns";

const DAY_MS = 86_400_000;

export type Checker = {
  /** Each row with its verdict; a row is judged once. */
  judge: (tx: Reader, rows: readonly CsvRow[], taken?: Taken) => Promise<JudgedRow[]>;
  /** What the rows say, read ahead with turns for others in between, so that judging these same rows takes little. */
  readAhead: (rows: readonly CsvRow[]) => Promise<Planned[]>;
};

/** Judges the rows of a batch piece by piece, in their order, against what is on record at that moment: a few questions to the database for each piece. */
export async function checkerOf(tx: Reader, batch: Pick<ImportBatchRow, "kind" | "teamId" | "mapping">): Promise<Checker> {
  const { mapping } = settingsOf(batch);
  const context = await readContext(tx);
  const places = await listPlaces(tx);
  if (batch.kind === "events") {
    const check = eventChecker(mapping, await institutionPlaces(tx, mapping.stationKind));
    return {
      readAhead: async () => [],
      async judge(read, rows) {
        const known = { places, stations: new Map(), ...(await knownEvents(read, batch.teamId, rows, mapping, context)) };
        return check(rows, known, context).map(({ event, ...row }) => ({ ...row, plan: event && { kind: "events", event } }));
      },
    };
  }
  const kind = batch.kind === "people" ? "people" : "cases";
  const check = recordChecker(kind, mapping);
  return {
    async readAhead(rows) {
      const turns = turnsOf();
      const plans: Planned[] = [];
      for (const row of rows) {
        const [, plan] = check.read(row, places, context);
        if (plan) plans.push(plan);
        await turns();
      }
      return plans;
    },
    async judge(read, rows, taken) {
      const plans = rows.flatMap((row) => check.read(row, places, context)[1] ?? []);
      const keys = await subjectsByKey(read, batch.teamId, kind, keysIn(rows, mapping));
      return check.judge(rows, { places, keys, named: await knownNamed(read, batch.teamId, plans) }, context, taken);
    },
  };
}

async function readContext(tx: Reader): Promise<ReadContext> {
  const organisation = await findOrganisation(tx);
  const zone = (organisation && (await findPlace(tx, organisation.defaultPlaceId)))?.zone ?? "UTC";
  // Nobody knows on which day a file was written that says “yesterday”.
  return { today: todayIn(zone), relative: false, now: now() };
}

/** What stands in the columns of a target, where anything is known. */
const cellsOf = (rows: readonly CsvRow[], { columns }: EventMapping, target: ImportTarget): string[] => {
  const at = columns.indexOf(target);
  return at < 0 ? [] : rows.map((row) => knownText(row.cells[at] ?? "").replace(/\s+/g, " ")).filter(Boolean);
};

const keysIn = (rows: readonly CsvRow[], mapping: EventMapping): string[] => cellsOf(rows, mapping, "external_id").map((key) => `${foldName(mapping.sender)}:${key.trim()}`);

async function knownEvents(tx: Reader, teamId: string, rows: readonly CsvRow[], mapping: EventMapping, context: InputContext) {
  const span = spanOf(cellsOf(rows, mapping, "start"), context);
  return { keys: await subjectsByKey(tx, teamId, "events", keysIn(rows, mapping)), events: span ? await eventsBetween(tx, teamId, span.from, span.to) : [] };
}

/** Whom the plans of a piece could repeat: people of the same name, and cases of the same name and day. */
async function knownNamed(tx: Reader, teamId: string, plans: readonly Planned[]): Promise<NamedRecord[]> {
  const people = plans.flatMap((plan) => (plan.kind === "people" ? (foldName(plan.person.name) || []) : []));
  const taken = plans.flatMap((plan) => {
    const [nameKey, day] = plan.kind === "cases" ? [foldName(plan.made.person.name), dayOf(plan.made.taken)] : ["", null];
    return nameKey === "" || day === null ? [] : [{ nameKey, day }];
  });
  const found: Omit<NamedRecord, "key">[] = [
    ...(await peopleNamed(tx, teamId, people)).map(({ displayName, birthDate, ...each }) => ({ ...each, name: displayName, placeId: "", when: birthDate })),
    ...(await casesTaken(tx, teamId, taken)).map(({ reference, seizedText, ...each }) => ({ ...each, name: reference, when: seizedText })),
  ];
  const numbers = await keysOf(tx, teamId, found.map(({ id }) => id));
  return found.map((each) => ({ ...each, key: numbers.get(each.id) ?? "" }));
}

/** The time that the dates of a file lie in, a day wider on both sides than any zone could make it. */
function spanOf(typed: readonly string[], context: InputContext): { from: number; to: number } | undefined {
  const read = [...new Set(typed)].flatMap((text) => date().schema(context).safeParse(text).data ?? []);
  const at = read.flatMap((each) => boundsOf(each, "UTC").earliest ?? []);
  if (at.length === 0) return undefined;
  return { from: at.reduce((a, b) => Math.min(a, b)) - DAY_MS, to: at.reduce((a, b) => Math.max(a, b)) + 2 * DAY_MS };
}
