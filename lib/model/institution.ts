import { choice, date, id, inputOf, line, long, optionalId, rows, type ValuesOf } from "./fields";
import { institutionKinds, institutionStatuses } from "./vocabularies";

export const MOST_SPELLINGS = 30;

export const institutionFields = {
  kind: choice(institutionKinds),
  /** As it was first recorded; what is shown where the reader's language has no name. */
  name: line(200, { required: true }),
  nameKk: line(200),
  nameRu: line(200),
  nameEn: line(200),
  /** Further spellings and former names that it is found by. */
  spellings: rows({ text: line(200) }, { key: "text", max: MOST_SPELLINGS }),
  placeId: optionalId(),
  address: line(300),
  /** The body that it is part of, by any of its names. */
  parent: line(200),
  status: choice(institutionStatuses, { fallback: "unknown" }),
  statusFrom: date(),
  /** By whose decision, in words. */
  legalStatus: line(400),
  note: long(4000),
};
export const institutionInput = inputOf(institutionFields);
export const institutionEditInput = inputOf({ institutionId: id(), ...institutionFields });
export type InstitutionValues = ValuesOf<typeof institutionFields>;

/** Two records of one institution (or place): which of them stays. `otherVersion` is the version of the other that was looked at. */
export const mergeFields = { id: id(), otherId: id(), otherVersion: line(10), keep: choice(["this", "other"]) };
export const mergeInput = inputOf(mergeFields);
export type MergeValues = ValuesOf<typeof mergeFields>;

/** What the address of the list says. */
export type InstitutionQuery = { q?: string; kind?: string; placeId?: string; page?: number };
type RawQuery = Record<string, string | string[] | undefined>;

export function readInstitutionQuery(raw: RawQuery): InstitutionQuery {
  const value = (name: string) => [raw[name]].flat()[0]?.replace(/\p{Cc}/gu, " ").trim().slice(0, 200) || undefined;
  const [q, kind, placeId, page] = [value("q"), institutionKinds.find((each) => each === value("kind")), value("place"), Number(value("page"))];
  return { ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(placeId ? { placeId } : {}), ...(Number.isSafeInteger(page) && page > 1 ? { page: Math.min(page, 2000) } : {}) };
}

/** The address of the list, "" for the plain one. `readInstitutionQuery` is its inverse. */
export function institutionQueryString({ q, kind, placeId, page }: InstitutionQuery): string {
  const told = Object.entries({ q, kind, place: placeId, page }).flatMap(([name, part]) => (part === undefined ? [] : [[name, String(part)]]));
  return told.length ? `?${new URLSearchParams(told).toString()}` : "";
}
