import "server-only";
import { Temporal } from "temporal-polyfill";
import { listSourceClaims, namesOfRecords } from "@/db/queries/claims";
import { store } from "@/db/store";
import { readClaims } from "@/lib/claims/read-claims";
import type { Suggestion } from "@/lib/claims/suggestion";
import type { Actor } from "@/lib/model/permissions";
import { todayOf } from "./citations";
import { requireClaimSource } from "./claim-access";
import { knownRecords, namesRecord } from "./claim-values";
import { findHome } from "./organisation";

/** More are not drawn at once: a form of thousands of fields helps nobody. */
const MOST_SUGGESTED = 300;

/** What a text seems to say, with the claims that were taken from it already; `more` where there is more than can be drawn. */
export async function getReading(actor: Actor, sourceId: string) {
  const { read } = await store();
  const source = await requireClaimSource(read, actor, sourceId);
  const zone = (await findHome())?.place.zone ?? "UTC";
  const captured = Temporal.Instant.fromEpochMilliseconds(source.capturedAt).toZonedDateTimeISO(zone).toPlainDate().toString();
  const published = /^\d{4}-\d{2}-\d{2}/.exec(source.published ?? "")?.[0] ?? captured;
  const found = source.text === "" ? [] : readClaims(source.text, { ...(await knownRecords(read, actor)), published });
  const suggestions: Suggestion[] = found.slice(0, MOST_SUGGESTED);
  const claims = (await listSourceClaims(read, actor, sourceId)).filter(({ claim }) => claim.withdrawn === null).map(({ claim, about }) => ({ ...claim, about }));
  const ids = [...suggestions.map(({ kind, value }) => ({ valueKind: kind, value })), ...claims].filter(({ valueKind }) => namesRecord(valueKind)).map(({ value }) => value);
  return {
    source: { id: source.id, title: source.title, text: source.text, language: source.language },
    suggestions,
    more: found.length > MOST_SUGGESTED,
    claims,
    names: await namesOfRecords(read, actor, ids),
    today: await todayOf(read, source),
  };
}
