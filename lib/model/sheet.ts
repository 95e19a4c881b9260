import { z } from "zod";
import { provedPassword } from "./account";
import { caseFields } from "./case";
import { choice, date, type Field, id, type InputContext, inputOf, line, ownTerm } from "./fields";
import { orderFields } from "./order";
import { personFields } from "./person";
import { releaseKinds } from "./vocabularies";

/** What a cell of a sheet stands for: a field of the case, its person, the ruling that governs, or one of two moments. */
export type SheetTarget = "case" | "person" | "order" | "taken" | "released";
export type SheetKind = "text" | "choice" | "date" | "term" | "place" | "owner" | "name";

/** A column that may be edited outside: what it changes, how a cell is read, and the vocabulary of a choice as `vocab.<list>`. */
export type SheetColumn = { key: string; target: SheetTarget; field: string; kind: SheetKind; list?: string; read: Field<unknown> };

/** The columns of a sheet in their order, after the reference. */
export const sheetColumns = [
  { key: "name", target: "person", field: "name", kind: "name", read: line(200) },
  { key: "sex", target: "person", field: "sex", kind: "choice", list: "sexes", read: personFields.sex },
  { key: "birth_date", target: "person", field: "birthDate", kind: "date", read: personFields.birthDate },
  { key: "occupation", target: "person", field: "occupation", kind: "text", read: personFields.occupation },
  { key: "residence", target: "person", field: "residence", kind: "text", read: personFields.residence },
  { key: "detention_kind", target: "case", field: "detentionKind", kind: "choice", list: "detention_kinds", read: caseFields.detentionKind },
  { key: "taken", target: "taken", field: "when", kind: "date", read: date() },
  { key: "place", target: "case", field: "placeId", kind: "place", read: caseFields.placeId },
  { key: "agency", target: "case", field: "agency", kind: "text", read: caseFields.agency },
  { key: "held_at", target: "case", field: "heldAt", kind: "text", read: caseFields.heldAt },
  { key: "court", target: "order", field: "court", kind: "text", read: orderFields.court },
  { key: "ruling_date", target: "order", field: "date", kind: "date", read: orderFields.date },
  { key: "term", target: "order", field: "term", kind: "term", read: ownTerm() },
  { key: "articles", target: "order", field: "articles", kind: "text", read: orderFields.articles },
  { key: "released", target: "released", field: "when", kind: "date", read: date() },
  { key: "release_kind", target: "released", field: "releaseKind", kind: "choice", list: "release_kinds", read: choice(releaseKinds) },
  { key: "priority", target: "case", field: "priority", kind: "choice", list: "priorities", read: caseFields.priority },
  { key: "owner", target: "case", field: "ownerId", kind: "owner", read: caseFields.ownerId },
  { key: "lawyer", target: "case", field: "lawyer", kind: "text", read: caseFields.lawyer },
  { key: "note", target: "case", field: "note", kind: "text", read: caseFields.note },
] as const satisfies readonly SheetColumn[];
export type SheetColumnKey = (typeof sheetColumns)[number]["key"];
export const sheetColumn = (key: string): SheetColumn | undefined => sheetColumns.find((each) => each.key === key);

/** The first columns of every row, before the reference: which sheet it comes from, which case it is, and the version that was taken out. */
export const sheetMarks = ["sheet", "id", "version"] as const;

/** No more cases than a spreadsheet and a page can hold well. */
export const MOST_SHEET_CASES = 5000;
/** So many cells are changed in one step at most: each is looked at by a person. */
export const MOST_SHEET_CHANGES = 1000;
/** After so many days a sheet can be taken out again, but not brought back any more. */
export const SHEET_DAYS = 90;

/** A cell as it is stored (what comparisons are made with) and as the sheet shows it. */
export type SheetValue = { value: string; shown: string };

const filter = (): Field<string> => line(2000);
export const takeSheetInput = inputOf({ filter: filter(), reason: line(300, { required: true }), locale: choice(["kk", "ru", "en"] as const), password: provedPassword() });
export type TakeSheet = { filter: string; reason: string; locale: "kk" | "ru" | "en"; password: string };

/** What somebody decided about a changed cell: what the sheet says, or what the record says now. */
export type CellChoice = "sheet" | "record";
export type ApplySheet = { sheetId: string; seen: string; take: Record<string, CellChoice>; /** What the record said at each cell when the page was drawn, as its print. */ saw: Record<string, string> };
const cellId = z.string().regex(/^[0-9a-f-]{36}$/);
export const applySheetInput = (context: InputContext): z.ZodType<ApplySheet> =>
  z.strictObject({
    sheetId: id().schema(context),
    seen: z.string("required").regex(/^[0-9a-f]{64}$/, "unknown_option"),
    take: z.record(cellId, z.enum(["sheet", "record"], "unknown_option")).optional().default({}),
    saw: z.record(cellId, z.string().regex(/^[0-9a-f]{16}$/, "unknown_option")).optional().default({}),
  }) as unknown as z.ZodType<ApplySheet>;
export const discardSheetInput = inputOf({ sheetId: id() });
