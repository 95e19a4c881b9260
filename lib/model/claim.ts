import { z } from "zod";
import { choice, id, ids, inputOf, line, long, optionalId, type Field, type InputContext, type ValuesOf } from "./fields";
import { readCount } from "./claim-count";
import { readOrderedTerm } from "./ordered-term";
import { parseTyped } from "./uncertain-date-typed";
import { citedFields, claimKinds, type ClaimKind } from "./vocabularies";

/** What a claim holds besides its words; `""` where only the words count. */
export type ClaimValueKind = ClaimKind | "";

type ReadValue = { ok: true; value: string } | { ok: false; code: string };

/** Reads a claimed value as typed into the text that is stored for its kind; what names a record stays a name here. */
export function readClaimValue(kind: ClaimValueKind, typed: string, { today }: InputContext): ReadValue {
  const text = typed.trim();
  if (kind === "" || text === "") return { ok: true, value: "" };
  if (kind === "when") {
    const read = parseTyped(text, { today });
    return read.ok ? { ok: true, value: read.value ?? "" } : { ok: false, code: read.code === "unreadable" ? "unreadable_date" : read.code };
  }
  if (kind === "term") {
    const read = readOrderedTerm(text);
    return read.ok ? { ok: true, value: read.value ?? "" } : read;
  }
  if (kind === "count") {
    const value = readCount(text);
    return value === null ? { ok: false, code: "claimed_count_unreadable" } : { ok: true, value };
  }
  return { ok: true, value: text };
}

/** The kind of a value, or none. */
const valueKind: Field<ClaimValueKind> = {
  kind: "choice",
  class: "internal",
  schema: () => z.preprocess((typed) => typed ?? "", z.enum(["", ...claimKinds], "unknown_option")) as unknown as z.ZodType<ClaimValueKind>,
};

/** A place in the text, UTF-16 units; empty means not known. */
const offset: Field<number | null> = {
  kind: "line",
  class: "internal",
  schema: () => z.string().optional().transform((typed) => (/^\d{1,7}$/.test(typed ?? "") ? Number(typed) : null)) as unknown as z.ZodType<number | null>,
};

/** What is said, in which words, by whom. */
export const claimFields = {
  field: choice(citedFields),
  quote: long(5000, { required: true, class: "source" }),
  valueKind,
  value: line(500, { class: "source" }),
  /** The record that `value` named when the form was drawn. */
  valueRef: optionalId(),
  saidBy: line(300, { class: "source" }),
  start: offset,
  end: offset,
};
export type ClaimValues = ValuesOf<typeof claimFields>;

/** What a claim is about: cases, or an event, or neither while it is not said yet. */
export const subjectFields = { caseIds: ids(), eventId: optionalId() };
export type ClaimSubject = ValuesOf<typeof subjectFields>;

type Read<T> = (context: InputContext) => z.ZodType<T>;

/** The schema of a form that holds a claim: its value is read for its kind. */
const withValue = <T extends { valueKind: ClaimValueKind; value: string }>(schema: Read<T>): Read<T> => (context) =>
  schema(context).transform((claim, issues) => {
    const read = readClaimValue(claim.valueKind, claim.value, context);
    if (read.ok) return { ...claim, value: read.value };
    issues.addIssue({ code: "custom", path: ["value"], message: read.code });
    return claim;
  }) as unknown as z.ZodType<T>;

export const newClaimInput = withValue(inputOf({ sourceId: id(), ...subjectFields, ...claimFields }));
export type NewClaim = ValuesOf<typeof claimFields> & ClaimSubject & { sourceId: string };

const { quote: _quote, start: _start, end: _end, ...corrected } = claimFields;
/** What can be corrected of a claim; its words are those of the source and stay. */
export const claimEditInput = withValue(inputOf({ claimId: id(), ...corrected }));
export type ClaimEdit = ValuesOf<typeof corrected> & { claimId: string };

const MOST_TAKEN = 500;
const row = withValue(inputOf(claimFields));

/** The suggestions that are ticked; the others are passed over where they stand, so that a problem keeps the number of its row. */
const taken: Field<ClaimValues[]> = {
  kind: "group",
  class: "source",
  schema: (context) => {
    const own = (typed: Record<string, unknown>) => Object.fromEntries(Object.entries(typed).filter(([name]) => name !== "take"));
    const ticked = (typed: unknown) => (typeof typed === "object" && typed !== null && Object.hasOwn(typed, "take") ? own(typed as Record<string, unknown>) : null);
    return z
      .preprocess((typed): unknown[] => (Array.isArray(typed) ? typed : []), z.array(z.preprocess(ticked, row(context).nullable())).max(1000, "too_many"))
      .transform((rows) => rows.filter((each) => each !== null))
      .refine((rows) => rows.length > 0, "nothing_ticked")
      .refine((rows) => rows.length <= MOST_TAKEN, { message: "too_many", params: { max: MOST_TAKEN } }) as unknown as z.ZodType<ClaimValues[]>;
  },
};

/** Several suggestions of one text, accepted for the same cases or event. */
export const takenClaimsInput = inputOf({ sourceId: id(), ...subjectFields, claims: taken });
export type TakenClaims = ClaimSubject & { sourceId: string; claims: ClaimValues[] };

/** Claims of a source of which it is now said what they are about. */
export const claimSubjectInput = inputOf({ sourceId: id(), claimIds: ids({ required: true }), ...subjectFields });
export type ClaimAttachment = ClaimSubject & { sourceId: string; claimIds: string[] };

/** One press of a button: the record follows this claim, or no longer does. */
export const followInput = inputOf({ claimId: id(), follow: choice(["yes", "no"] as const) });
export const claimWithdrawalInput = inputOf({ recordId: id(), reason: line(500, { required: true }) });
