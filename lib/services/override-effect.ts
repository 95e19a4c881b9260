import "server-only";
import { endOverride, openOverride, type OverrideRow } from "@/db/queries/estimates";
import type { Reader, Tx } from "@/db/store";
import { kindOfOverride, type OverrideEnding } from "@/lib/model/release-override";
import { boundsOf, type DateBounds } from "@/lib/model/uncertain-date";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { realNow } from "./clock";
import type { Log } from "./write";

const MINUTE_MS = 60_000;

/** The date set by hand that stands: it was made on exactly these frozen facts, and nothing has ended it. */
export async function activeOverride(tx: Reader, caseId: string, frozenFacts: string): Promise<OverrideRow | undefined> {
  const open = await openOverride(tx, caseId);
  return open?.facts === frozenFacts ? open : undefined;
}

/** The same inside the transaction that changed the facts: one that was made on other facts is ended here, with an entry. */
export async function settleOverride(tx: Tx, log: Log, caseId: string, frozenFacts: string): Promise<OverrideRow | undefined> {
  const open = await openOverride(tx, caseId);
  if (!open || open.facts === frozenFacts) return open;
  await endWithEntry(tx, log, open, "facts_changed");
  return undefined;
}

/** Ends an override for a reason that no person gave. */
export async function endWithEntry(tx: Tx, log: Log, open: OverrideRow, ended: OverrideEnding): Promise<void> {
  await endOverride(tx, open, ended, realNow());
  await log("override.ended", {
    subject: ["override", open.id],
    caseId: open.caseId,
    version: [open.version, open.version + 1],
    changes: [
      { field: "when", before: open.when, after: null },
      { field: "ended", before: null, after: ended },
    ],
  });
}

/** What lists, counts and figures read while a date set by hand stands; the release is compared with that date. */
export function overriddenColumns(override: Pick<OverrideRow, "when">, observed: string | null, zone: string) {
  const expected = boundsOf(override.when, zone);
  return {
    expectedFrom: expected.earliest,
    expectedTo: expected.latest,
    watchFrom: expected.earliest,
    overdueFrom: expected.latest,
    expectedBasis: "override",
    expectedKind: kindOfOverride(override.when) as string,
    countingConfirmed: true,
    ...comparedWith(exact(expected), observed === null ? null : exact(boundsOf(observed, zone))),
  };
}

/** A moment known to the minute is an instant, as the engine compares it. */
const exact = ({ earliest, latest }: DateBounds): DateBounds => ({ earliest, latest: earliest !== null && latest === earliest + MINUTE_MS ? earliest : latest });

function comparedWith(expected: DateBounds, out: DateBounds | null): { verdict: string | null; overKind: string | null; overMinutes: number | null; overMinutesMost: number | null } {
  const none = { overKind: null, overMinutes: null, overMinutesMost: null };
  if (!out) return { verdict: null, ...none };
  const minutes = (from: number | null, to: number | null) => (from === null || to === null ? null : Math.floor((to - from) / MINUTE_MS));
  const least = minutes(expected.latest, out.earliest);
  if (least !== null && least > 0) return { verdict: "late", overKind: "term", overMinutes: least, overMinutesMost: minutes(expected.earliest, out.latest) };
  if ((minutes(out.latest, expected.earliest) ?? 0) > 0) return { verdict: "early", ...none };
  const open = out.earliest === null || out.latest === null || (expected.earliest === null && expected.latest === null);
  return { verdict: open ? "unknown" : "on_time", ...none };
}

/** What would be over if somebody inside were held on: figures for them are counted to now, so that only its kind is stored. */
export function whatIsOver({ over, warnings }: Pick<ReleaseEstimate, "over" | "warnings">, outstanding: boolean): { overKind?: string } {
  return over === null && outstanding && warnings.includes("SENTENCE_ENDED_BY_ORDER") ? { overKind: "annulment" } : {};
}
