import { z } from "zod";
import { setupFields } from "./account";
import { adjustmentFields } from "./adjustment";
import { allegationFields } from "./allegation";
import { caseFields, momentFields, quickCaseFields } from "./case";
import { countFields } from "./count";
import { choice, inputOf, line, ownTerm, type Field, type Fields, type InputContext, type ValuesOf } from "./fields";
import { eventFields, organiserKinds } from "./event";
import { orderFields } from "./order";
import { personFields } from "./person";
import { citationFields, sourceFields } from "./source";
import { statedReleaseFields } from "./stated-release";
import { caseEventLinks, roles } from "./vocabularies";

const field = <T>(kind: Field<T>["kind"], schema: (context: InputContext) => unknown): Field<T> => ({ kind, class: "internal", schema: schema as Field<T>["schema"] });

/** A name that a fixture gives to one of its records; others point at it by this name. */
const ref = () => field<string>("id", () => z.string().regex(/^[a-z0-9-]{1,40}$/, "use small letters, digits and hyphens"));
const optionalRef = () => field<string | null>("id", () => z.string().nullable().default(null));
/** Cases by their key; `five/2` is the second of those recorded as `five`. */
const refs = () => field<string[]>("ids", () => z.array(z.string()).min(1, "required"));
const codes = () => field<string[]>("ids", () => z.array(z.string()).default([]));
const list = <F extends Fields>(fields: F): Field<ValuesOf<F>[]> => field("group", (context) => z.array(inputOf(fields)(context)).default([]));
const optional = <F extends Fields>(fields: F): Field<ValuesOf<F> | null> => field("group", (context) => inputOf(fields)(context).nullable().default(null));

function without<F extends Fields, const K extends (keyof F)[]>(fields: F, ...names: K): Omit<F, K[number]> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as Omit<F, K[number]>;
}

/** Whoever records: the login of one of the users, else the fixture's first recorder. */
const by = optionalRef();

const wholeNumber = field<number | null>("line", () => z.int().min(1).nullable().default(null));

const caseShape = {
  key: ref(),
  by,
  person: optionalRef(),
  name: line(200),
  count: field<number>("line", () => z.int().min(1).max(200).nullable().default(null)) as Field<number | null>,
  ...without(quickCaseFields, "who", "name", "personId", "count", "placeId"),
  ...without(caseFields, "placeId", "events", "ownerId", "agency", "heldAt", "detentionKind"),
  place: line(5, { required: true }),
  /** The one event that most cases have; `events` where there are several. */
  event: optionalRef(),
  eventLink: choice(caseEventLinks, { fallback: "at" }),
  events: list({ event: ref(), link: choice(caseEventLinks, { fallback: "at" }), place: line(5) }),
  moments: list(momentFields),
  stated: list({ ...without(statedReleaseFields, "sourceId"), source: optionalRef() }),
};

export const seedFields = {
  organisation: optional({ name: setupFields.organisation, locale: setupFields.locale, place: line(5, { required: true }) }),
  teams: list({ name: line(200, { required: true }) }),
  users: list({ login: setupFields.login, name: setupFields.name, password: setupFields.password, locale: setupFields.locale, role: choice(roles), team: line(200) }),
  sources: list({ key: ref(), by, ...sourceFields }),
  people: list({ key: ref(), by, ...personFields }),
  events: list({
    key: ref(),
    by,
    ...without(eventFields, "sites", "participantIds", "sources", "organisers", "takers", "stations"),
    /** Codes of places without a spot, or with `spot` in the first of them; `sites` where several have one. */
    places: codes(),
    spot: line(200),
    sites: list({ place: line(5, { required: true }), spot: line(200) }),
    organisers: list({ name: line(300, { required: true }), kind: choice(organiserKinds, { fallback: "movement" }) }),
    takers: codes(),
    stations: codes(),
    participants: codes(),
    sources: codes(),
  }),
  cases: list(caseShape),
  orders: list({ by, cases: refs(), ...without(orderFields, "relatesToId"), term: ownTerm(), ownTerms: list({ case: line(45, { required: true }), term: ownTerm() }) }),
  adjustments: list({ by, cases: refs(), ...without(adjustmentFields, "days"), days: wholeNumber }),
  allegations: list({ by, cases: refs(), ...without(allegationFields, "caseIds", "sourceId"), source: optionalRef() }),
  counts: list({
    key: optionalRef(),
    by,
    event: ref(),
    ...without(countFields, "placeIds", "figure", "figureTo", "comparedToId", "sourceId"),
    figure: wholeNumber,
    figureTo: wholeNumber,
    places: codes(),
    /** The key of a count above, which this one says was too low. */
    comparedTo: optionalRef(),
    source: optionalRef(),
  }),
  citations: list({ by, cases: refs(), ...without(citationFields, "sourceId"), source: ref() }),
};
export type SeedFixture = ValuesOf<typeof seedFields>;

export type ReadFixture = { ok: true; fixture: SeedFixture } | { ok: false; problems: string[] };

/** Reads a fixture; each problem names its place in the file and the reason, such as `cases[2].seized: impossible_date`. */
export function readFixture(value: unknown, context: InputContext): ReadFixture {
  const parsed = inputOf(seedFields)(context).safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(problemsOfIssue) };
  const problems = looseEnds(parsed.data);
  return problems.length ? { ok: false, problems } : { ok: true, fixture: parsed.data };
}

const pathText = (path: readonly PropertyKey[]): string => path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("").replace(/^\./, "") || "(file)";

function problemsOfIssue(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `${pathText([...issue.path, key])}: unknown field`);
  return [`${pathText(issue.path)}: ${issue.message}`];
}

/** References to nothing, keys used twice, and cases that do not say who they are about. */
function looseEnds(fixture: SeedFixture): string[] {
  const problems: string[] = [];
  const keysOf = (name: "sources" | "people" | "events" | "cases") => {
    const keys = fixture[name].map(({ key }) => key);
    for (const [at, key] of keys.entries()) if (keys.indexOf(key) !== at) problems.push(`${name}[${at}].key: used before`);
    return new Set(keys);
  };
  const known = { sources: keysOf("sources"), people: keysOf("people"), events: keysOf("events"), cases: keysOf("cases") };
  const check = (path: string, kind: keyof typeof known, key: string | null) => {
    if (key !== null && !known[kind].has(kind === "cases" ? key.replace(/\/\d+$/, "") : key)) problems.push(`${path}: no such record among ${kind}: ${key}`);
  };
  for (const [at, event] of fixture.events.entries()) {
    if (event.places.length + event.sites.length === 0) problems.push(`events[${at}].places: required`);
    for (const key of event.participants) check(`events[${at}].participants`, "people", key);
    for (const key of event.sources) check(`events[${at}].sources`, "sources", key);
  }
  const counted = new Set<string>();
  for (const [at, each] of fixture.counts.entries()) {
    check(`counts[${at}].event`, "events", each.event);
    check(`counts[${at}].source`, "sources", each.source);
    if (each.comparedTo !== null && !counted.has(each.comparedTo)) problems.push(`counts[${at}].comparedTo: no such record among the counts before: ${each.comparedTo}`);
    if (each.key !== null) counted.add(each.key);
  }
  for (const [at, each] of fixture.cases.entries()) {
    if ([each.person !== null, each.name !== "", each.count !== null].filter(Boolean).length !== 1) problems.push(`cases[${at}]: give exactly one of person, name, count`);
    check(`cases[${at}].person`, "people", each.person);
    check(`cases[${at}].event`, "events", each.event);
    for (const [row, link] of each.events.entries()) check(`cases[${at}].events[${row}].event`, "events", link.event);
    for (const [row, stated] of each.stated.entries()) check(`cases[${at}].stated[${row}].source`, "sources", stated.source);
  }
  for (const name of ["orders", "adjustments", "allegations", "citations"] as const) {
    for (const [at, each] of fixture[name].entries()) {
      for (const key of each.cases) check(`${name}[${at}].cases`, "cases", key);
      if ("source" in each) check(`${name}[${at}].source`, "sources", each.source);
    }
  }
  return problems;
}
