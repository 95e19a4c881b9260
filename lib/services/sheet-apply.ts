import "server-only";
import { findMoment, findOrder } from "@/db/queries/custody";
import { findPerson, listNames } from "@/db/queries/people";
import { changeSheetDraft, chooseSheetCell, forgetSheetCells } from "@/db/queries/sheets";
import type { Tx } from "@/db/store";
import { decidedCell } from "@/lib/exchange/sheet-diff";
import { caseInput, momentEditInput, momentInput } from "@/lib/model/case";
import { AppError, refuse } from "@/lib/model/errors";
import type { InputContext } from "@/lib/model/fields";
import { problemsOf, treeOf } from "@/lib/model/form-input";
import { orderEditInput } from "@/lib/model/order";
import type { Actor } from "@/lib/model/permissions";
import { personEditInput } from "@/lib/model/person";
import type { ApplySheet } from "@/lib/model/sheet";
import type { z } from "zod";
import { requireCase } from "./case-access";
import { editableCase, updateCaseIn } from "./cases";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { editableMoment, recordMomentIn, updateMomentIn } from "./moments";
import { boundBy, editableOrder, updateOrderIn } from "./orders";
import { inputContext } from "./organisation";
import { editablePerson, updatePersonIn } from "./people";
import { compareSheet, printOf, type SavableCell } from "./sheet-compare";
import { requireSheetDraft } from "./sheet-drafts";
import { write, type Log } from "./write";

/** How saving ended: saved, or to be looked at again because a record moved after the page was drawn. Then nothing is saved, and what was chosen is kept. */
export type SheetApplied = { sheetId: string; again: boolean };

/**
 * Saves what was chosen of a sheet, all of it in one transaction through the same functions as the forms of the records. What only the sheet changed
 * is taken unless somebody chose otherwise; a conflict without a choice is refused on its field.
 */
export async function applySheet(actor: Actor, { sheetId, seen, take, saw }: ApplySheet, meta: FormMeta): Promise<SheetApplied> {
  const context = await inputContext();
  return write(
    actor,
    async (tx, log) => {
      const draft = await requireSheetDraft(tx, actor, sheetId);
      const compared = await compareSheet(tx, actor, draft, context);
      if (compared.seen !== seen) {
        // A choice counts for what was seen when it was made, and for nothing that came later.
        for (const { id, now } of compared.savable) await chooseSheetCell(tx, id, saw[id] === printOf(now) ? (take[id] ?? "") : "", now);
        await log("sheet.postponed", { subject: ["sheet", sheetId] });
        return { sheetId, again: true };
      }
      const undecided = compared.savable.find((cell) => decided(cell, take) === undefined);
      if (undecided) throw refuse(`take.${undecided.id}`, "required");
      const changes = compared.savable.filter((cell) => decided(cell, take) !== cell.now);
      for (const [cell, ...more] of byRecord(changes)) await saveRecord(tx, log, actor, context, cell, [cell, ...more]);
      await forgetSheetCells(tx, sheetId);
      const change = { state: "applied", saved: changes.length, appliedAt: realNow(), updatedAt: realNow() };
      if (!(await changeSheetDraft(tx, sheetId, draft.version, change))) throw new AppError("busy");
      await log("sheet.applied", { subject: ["sheet", sheetId], version: [draft.version, draft.version + 1], changes: [{ field: "cells", before: null, after: String(changes.length) }] });
      return { sheetId, again: false };
    },
    meta.submission,
  );
}

/** What the record is to say; undefined while nobody chose. */
const decided = ({ id, base, now, value }: SavableCell, take: ApplySheet["take"]): string | undefined => decidedCell({ base, now, mine: value }, take[id]);

function byRecord(cells: readonly SavableCell[]): [SavableCell, ...SavableCell[]][] {
  const groups = new Map<string, [SavableCell, ...SavableCell[]]>();
  for (const cell of cells) {
    const key = `${cell.column.target}/${cell.target?.id ?? `new/${cell.of.id}`}`;
    const known = groups.get(key);
    if (known) known.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()];
}

type Flat = Record<string, string>;

async function saveRecord(tx: Tx, log: Log, actor: Actor, context: InputContext, first: SavableCell, cells: readonly SavableCell[]): Promise<void> {
  const { column: { target }, of } = first;
  const change = Object.fromEntries(cells.map(({ column, value }) => [column.field, value]));
  try {
    if (target === "case") await saveCase(tx, log, actor, context, of.id, change);
    else if (target === "person") await savePerson(tx, log, actor, context, first.target?.id ?? "", change);
    else if (target === "order") await saveOrder(tx, log, actor, context, cells);
    else await saveMoment(tx, log, actor, context, first, change);
  } catch (error) {
    throw onCell(error, cells);
  }
}

/** A refusal of the record's own form, told at the cell that caused it. */
function onCell(error: unknown, cells: readonly SavableCell[]): unknown {
  const problems = error instanceof AppError && error.code === "invalid" ? Object.entries(error.detail.problems ?? {}) : [];
  const [field, problem] = problems[0] ?? [];
  if (field === undefined || problem === undefined) return error;
  const cell = cells.find(({ column }) => field === column.field || field.startsWith(`${column.field}.`) || (column.kind === "name" && field.startsWith("names"))) ?? cells[0];
  return refuse(`take.${cell?.id ?? ""}`, problem.code, problem.params);
}

/** Reads the values of a form as the form itself would be read. */
function read<T>(schema: (context: InputContext) => z.ZodType<T>, flat: Flat, context: InputContext, lists: Record<string, string[]> = {}): T {
  const parsed = schema(context).safeParse(treeOf({ ...Object.fromEntries(Object.entries(flat).map(([name, value]) => [name, [value]])), ...lists }));
  if (!parsed.success) throw new AppError("invalid", { problems: problemsOf(parsed.error) });
  return parsed.data;
}

async function saveCase(tx: Tx, log: Log, actor: Actor, context: InputContext, caseId: string, change: Flat): Promise<void> {
  const row = await requireCase(tx, actor, "case.write", caseId);
  await updateCaseIn(tx, log, actor, read(caseInput, { ...(await editableCase(tx, row)), ...change, caseId }, context), row.version);
}

async function savePerson(tx: Tx, log: Log, actor: Actor, context: InputContext, personId: string, { name, ...change }: Flat): Promise<void> {
  const row = await findPerson(tx, actor, personId);
  if (!row) throw new AppError("not_found");
  const names = await listNames(tx, [personId]);
  const flat: Flat = { ...editablePerson(row, names), ...change, personId };
  if (name !== undefined) {
    const at = Math.max(0, names.findIndex(({ text }) => text === row.displayName));
    Object.assign(flat, { [`names.${at}.text`]: name, [`names.${at}.kind`]: names[at]?.kind ?? "legal" });
  }
  await updatePersonIn(tx, log, actor, read(personEditInput, flat, context), row.version);
}

async function saveOrder(tx: Tx, log: Log, actor: Actor, context: InputContext, cells: readonly SavableCell[]): Promise<void> {
  const orderId = cells[0]?.target?.id ?? "";
  const order = await findOrder(tx, orderId);
  if (!order) throw new AppError("not_found");
  const flat: Flat = { ...(await editableOrder(tx, order)), orderId };
  const { visible } = await boundBy(tx, actor, orderId);
  const own = new Map(visible.map(({ caseId, ownTerm }) => [caseId, ownTerm]));
  for (const { column, target, of, value } of cells) {
    if (column.kind !== "term") flat[column.field] = value;
    else if (target?.own) own.set(of.id, value === "" ? null : value);
    else Object.assign(flat, { "term.amount": value, "term.unit": "d" });
  }
  [...own].filter(([, term]) => term !== null).forEach(([caseId, term], at) => Object.assign(flat, { [`ownTerms.${at}.caseId`]: caseId, [`ownTerms.${at}.term`]: term }));
  await updateOrderIn(tx, log, actor, read(orderEditInput, flat, context, { caseIds: visible.map(({ caseId }) => caseId) }), order.version);
}

async function saveMoment(tx: Tx, log: Log, actor: Actor, context: InputContext, { column: { target: kind }, target, of }: SavableCell, change: Flat): Promise<void> {
  const moment = target ? await findMoment(tx, target.id) : undefined;
  if (moment) {
    await updateMomentIn(tx, log, actor, read(momentEditInput, { ...(await editableMoment(tx, moment)), ...change, momentId: moment.id }, context), moment.version);
    return;
  }
  const fresh = { kind: kind === "taken" ? "seized" : "released", when: "", institution: "", releaseKind: "unknown", note: "", ...change };
  await recordMomentIn(tx, log, actor, read(momentInput, fresh, context, { caseIds: [of.id] }));
}
