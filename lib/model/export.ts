import { z } from "zod";
import { allegationQueryString, readAllegationQuery, type AllegationQuery } from "./allegation-query";
import { caseQueryString, changedQuery, readCaseQuery, type RawQuery } from "./case-query";
import { eventQueryString, readEventQuery, type EventQuery } from "./event-query";
import { provedPassword } from "./account";
import { choice, id, inputOf, line, long, type Field, type ValuesOf } from "./fields";
import { overQueryString, readOverQuery } from "./over-detention";
import { consentAudiences, consentPurposes } from "./vocabularies";
import { PUBLIC_RECIPIENT, type AudienceProfile } from "./destination";

/** The kinds of record that leave, each in a file of its own. */
export const recordKinds = ["cases", "people", "allegations", "events", "counts"] as const;
/** What can be taken out: records of one kind, or those cases in which somebody was held too long. */
export const exportKinds = [...recordKinds, "over_detention"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** `uwazi` is CSV in the shape that Uwazi's importer reads, for cases only. */
export const exportFormats = ["csv", "xlsx", "json", "uwazi"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** To whom besides recipients, who stand by their id: the house itself, and everybody. */
export const HOUSE = "internal";
export const EVERYBODY = PUBLIC_RECIPIENT;

/** How the address of each list reads; whatever else stands in it is left out. */
const filters: Record<ExportKind, (raw: RawQuery) => string> = {
  cases: (raw) => caseQueryString(changedQuery(readCaseQuery(raw), {})),
  people: (raw) => caseQueryString(changedQuery({}, { q: readCaseQuery(raw).q })),
  allegations: (raw) => allegationQueryString({ ...readAllegationQuery(raw), page: undefined } as AllegationQuery),
  events: (raw) => eventQueryString({ ...readEventQuery(raw), page: undefined } as EventQuery),
  counts: (raw) => caseQueryString(changedQuery({}, { eventId: readCaseQuery(raw).eventId })),
  over_detention: (raw) => overQueryString(withoutPage(readOverQuery(raw))),
};

const withoutPage = <Query extends { page?: number }>({ page: _page, ...query }: Query) => query;
/** The event whose counts alone are taken; undefined for those of all events. */
export const eventOfCounts = (filter: string): string | undefined => readCaseQuery(Object.fromEntries(new URLSearchParams(filter))).eventId;

/** The list that is taken as an address of it, `?view=all&place=…`, read and written anew so that nothing else gets in; "" for everything. */
export const filterText = (what: ExportKind, typed: string): string => filters[what](Object.fromEntries(new URLSearchParams(typed)));

const filterField = (): Field<string> => ({ kind: "line", class: "internal", schema: () => z.string().max(2000, "too_long").optional().transform((typed) => typed ?? "") as unknown as z.ZodType<string> });

const asked = {
  what: choice(exportKinds, { fallback: "cases" }),
  format: choice(exportFormats, { fallback: "csv" }),
  /** Nobody chose: everybody, who is told least. */
  to: line(64),
  /** Empty for the house itself; nobody is named for a purpose that nobody agreed to. */
  purpose: choice(["", ...consentPurposes] as const, { fallback: "" }),
  filter: filterField(),
};
export const exportInput = inputOf({ ...asked, reason: long(500), password: provedPassword() });
export type ExportAsked = ValuesOf<typeof asked>;
export type ExportValues = ExportAsked & { reason: string; password: string };

/** The parts of a list's address as they stand in one of an export, where `to` is who gets it: the last day of a list is `until` there. */
export const filterParts = (filter: string): [name: string, value: string][] => [...new URLSearchParams(filter)].map(([name, value]) => [name === "to" ? "until" : name, value]);

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";
const oneOf = <T extends string>(list: readonly T[], value: string, fallback: T): T => list.find((each) => each === value) ?? fallback;

/** What an address asks for; what it does not understand is the safest answer. */
export function readExportAsked(raw: RawQuery): ExportAsked {
  const what = oneOf(exportKinds, first(raw.what), "cases");
  const format = oneOf(exportFormats, first(raw.format), "csv");
  const to = first(raw.to);
  return {
    what,
    format: format === "uwazi" && what !== "cases" ? "csv" : format,
    to: /^[0-9a-z-]{1,64}$/.test(to) ? to : EVERYBODY,
    purpose: oneOf(["", ...consentPurposes] as const, first(raw.purpose), ""),
    filter: filters[what]({ ...raw, to: raw.until }),
  };
}

/** The address that asks for it; `readExportAsked` is its inverse. */
export function exportQueryString({ what, format, to, purpose, filter }: ExportAsked): string {
  const own = new URLSearchParams({ what, format, to, ...(purpose ? { purpose } : {}) }).toString();
  return `?${own}${filter ? `&${new URLSearchParams(filterParts(filter)).toString()}` : ""}`;
}

/** The least that a passphrase may have: whoever finds the file can try as often as they like. */
export const PASSPHRASE_LEAST = 14;
const passphrase = (): Field<string> => ({ kind: "line", class: "source", schema: () => z.string("required").min(PASSPHRASE_LEAST, { error: (issue) => (issue.input === "" ? "required" : "passphrase_short") }).max(1000, "too_long") });
export const everythingInput = inputOf({ reason: long(500, { required: true }), passphrase: passphrase(), again: passphrase(), password: provedPassword() });
export type EverythingValues = { reason: string; passphrase: string; again: string; password: string };

export const recipientFields = {
  name: line(200, { required: true }),
  audience: choice(consentAudiences),
  profile: choice(["public", "partner"] as const satisfies readonly AudienceProfile[], { fallback: "public" }),
  note: long(2000),
  closed: choice(["no", "yes"] as const, { fallback: "no" }),
};
export const recipientInput = inputOf(recipientFields);
export const recipientEditInput = inputOf({ recipientId: id(), ...recipientFields });
export type RecipientValues = ValuesOf<typeof recipientFields>;
