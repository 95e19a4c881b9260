import { assertZone } from "./clock";
import { isUnsupported, ReleaseError } from "./codes";
import type { Code } from "./codes";
import { checkContradictions } from "./contradictions";
import { readCaseInput } from "./input";
import type { CaseInput } from "./input";
import { kinds } from "./kinds";
import type { KindResult } from "./kinds";
import { provenance } from "./provenance";
import { brief } from "./render";
import type { Plain } from "./render";
import type { Provenance, TraceStep } from "./types";
import { assertZoneData } from "./zone-check";

export type Answer = Plain & {
  id: unknown;
  error?: string | null;
  warnings: Code[];
  trace: TraceStep[];
  provenance: Provenance;
};

function isObject(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * One case of the contract, whatever is in it: an answer, or `error` with its code, the key at fault and a message.
 * `zoneData` is the version of the runtime's time-zone database.
 */
export function answerCase(value: unknown, zoneData: string): Answer {
  const item = isObject(value) ? value : {};
  const id = item["id"] ?? null;
  try {
    assertZoneData();
    const { kind } = item;
    if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) throw new ReleaseError("UNKNOWN_KIND", "kind");
    const input = readCaseInput(item["inputs"] ?? {});
    checkContradictions(input);
    const { body, warnings, trace } = inEveryZone(kind as keyof typeof kinds, input);
    return { ...body, id, warnings: [...warnings], trace, provenance: provenance(zoneData) };
  } catch (error) {
    const known = error instanceof ReleaseError ? error : error instanceof RangeError ? new ReleaseError("OUT_OF_RANGE") : null;
    if (!known) throw error;
    return {
      id,
      ...(isUnsupported(known.code) ? { computed: null } : {}),
      error: known.code,
      ...(known.key === undefined ? {} : { key: known.key }),
      message: known.message,
      warnings: [known.code],
      trace: [],
      provenance: provenance(zoneData),
    };
  }
}

/** With no zone known, one result per candidate zone; what they agree on stands beside them. */
function inEveryZone(kind: keyof typeof kinds, input: CaseInput): KindResult {
  const run = kinds[kind];
  if (typeof input.tz === "string") {
    assertZone(input.tz);
    return run(input, input.tz);
  }
  const zones = [...new Set(input.tzCandidates ?? [])];
  zones.forEach((zone) => assertZone(zone, "tzCandidates"));
  if (zones.length === 0) return zoneUnknown(kind, input);
  const results = zones.map((zone) => ({ zone, ...run(input, zone) }));
  const warnings = new Set<Code>(["TZ_UNKNOWN", ...results.flatMap((result) => [...result.warnings])]);
  const [first] = results;
  const shared = Object.entries(first?.body ?? {}).filter(([key, value]) =>
    results.every(({ body }) => JSON.stringify(body[key]) === JSON.stringify(value)),
  );
  const body: Plain = Object.fromEntries(shared);
  const each = results.map((result) => brief(result.body));
  const differ = new Set(each.map((value) => JSON.stringify(value))).size > 1;
  if (differ && kind !== "status") body["candidates"] = each.flat();
  if (kind === "status" && !("status" in body)) body["status"] = statusInSomeZone(each);
  results.forEach(({ zone }, i) => {
    body[zone] = each[i];
  });
  return { body, warnings, trace: results.flatMap(({ trace }) => trace) };
}

const insideStatuses: readonly unknown[] = ["NOT_DUE", "DUE_TODAY", "POSSIBLY_DUE", "OVERDUE"];

/** Zones that disagree on someone inside: possibly due, because overdue only begins after the latest of them. */
function statusInSomeZone(each: readonly unknown[]): string {
  return each.every((status) => insideStatuses.includes(status)) ? "POSSIBLY_DUE" : "UNKNOWN";
}

/** Without any zone nothing is computed; validation still checks what does not depend on one. */
function zoneUnknown(kind: keyof typeof kinds, input: CaseInput): KindResult {
  const warnings = new Set<Code>(["TZ_UNKNOWN"]);
  if (kind === "validation") {
    const result = kinds.validation(input, "UTC");
    result.warnings.forEach((code) => warnings.add(code));
    const error = result.body["error"] ?? (input.tz === null ? "TZ_UNKNOWN" : null);
    return { ...result, body: { ...result.body, error }, warnings };
  }
  const stated = input.statedRelease ? { stated: input.statedRelease.date ?? input.statedRelease.at } : {};
  return { body: { ...(kind === "status" ? { status: "UNKNOWN" } : { computed: null }), ...stated }, warnings, trace: [] };
}

/** A whole request `{"cases":[…]}`; a request of another shape gives no answers and an error of its own. */
export function answerCases(value: unknown, zoneData: string): { answers: Answer[]; error?: string; message?: string } {
  if (!isObject(value) || !Array.isArray(value["cases"])) {
    return { answers: [], error: "INPUT_INVALID", message: "INPUT_INVALID: cases" };
  }
  return { answers: value["cases"].map((item) => answerCase(item, zoneData)) };
}
