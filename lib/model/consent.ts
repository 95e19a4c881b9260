import { choice, choices, date, id, inputOf, line, long, requiredDate, type ValuesOf } from "./fields";
import { boundsOf } from "./uncertain-date";
import { consentAudiences, consentForms, consentGivers, consentPurposes, type ConsentAudience, type ConsentPurpose } from "./vocabularies";

/** How a consent was given; what it allows is fixed once it is recorded. */
const givenFields = {
  givenBy: choice(consentGivers, { fallback: "person" }),
  givenByName: line(200, { class: "source" }),
  form: choice(consentForms),
  given: requiredDate(),
  /** The last day on which it holds; empty means until it is withdrawn. */
  expires: date({ ahead: true }),
  note: long(2000),
};
/** One purpose at a time: what is ticked in passing is not consent. */
export const consentFields = { purpose: choice(consentPurposes), audiences: choices(consentAudiences, { required: true }), ...givenFields };
export const consentInput = inputOf({ personId: id(), ...consentFields });
export const consentEditInput = inputOf({ consentId: id(), ...givenFields });
export const consentWithdrawalInput = inputOf({ consentId: id(), when: date(), reason: line(500, { required: true }) });
export type ConsentValues = ValuesOf<typeof consentFields>;
export type ConsentEdit = ValuesOf<typeof givenFields>;

/** What the rule below reads of a consent; instants in milliseconds, `given` as far as known in `zone`. */
export type ConsentFact = {
  purpose: string;
  audience: string;
  given: string;
  /** Exclusive; null = it does not end by itself. */
  expiresAt: number | null;
  withdrawnAt: number | null;
  zone: string;
};

export const consentStates = ["stands", "expired", "withdrawn", "not_yet"] as const;
export type ConsentState = (typeof consentStates)[number];

/** Where one consent stands at an instant. One that was withdrawn never holds again, whatever the instant asked for: a withdrawal works at once. */
export function consentState({ given, expiresAt, withdrawnAt, zone }: ConsentFact, at: number): ConsentState {
  if (withdrawnAt !== null) return "withdrawn";
  const { earliest } = boundsOf(given, zone);
  if (earliest !== null && at < earliest) return "not_yet";
  return expiresAt !== null && at >= expiresAt ? "expired" : "stands";
}

/** The audiences whose consent is wide enough for this one: itself, and the public, who is everybody. */
const wideEnough = (audience: ConsentAudience): readonly ConsentAudience[] => (audience === "public" ? ["public"] : [audience, "public"]);

export type ConsentAnswer = {
  /** `none` where nothing was ever recorded. */
  state: ConsentState | "none";
  /** The audience whose consent gives the answer. */
  through: ConsentAudience;
  /** When the consent that stands ends; null where it does not, or none stands. */
  until: number | null;
};

/**
 * Whether something about a person may go to an audience for a purpose. Never wider than what was given: another purpose never counts, and of
 * the audiences only the public includes others. Whoever took back the consent for exactly this audience is not overruled by a wider one.
 */
export function consentAnswer(consents: readonly ConsentFact[], purpose: ConsentPurpose, audience: ConsentAudience, at: number): ConsentAnswer {
  const own = answerOf(consents, purpose, audience, at);
  if (own.state === "stands" || own.state === "withdrawn") return own;
  const wider = wideEnough(audience).map((each) => answerOf(consents, purpose, each, at));
  return wider.find(({ state }) => state === "stands") ?? own;
}

export const mayShare = (consents: readonly ConsentFact[], purpose: ConsentPurpose, audience: ConsentAudience, at: number): boolean =>
  consentAnswer(consents, purpose, audience, at).state === "stands";

const ORDER: readonly ConsentState[] = ["stands", "withdrawn", "expired", "not_yet"];

function answerOf(consents: readonly ConsentFact[], purpose: string, audience: ConsentAudience, at: number): ConsentAnswer {
  const states = consents.filter((each) => each.purpose === purpose && each.audience === audience).map((each) => ({ state: consentState(each, at), expiresAt: each.expiresAt }));
  const state = ORDER.find((each) => states.some((known) => known.state === each)) ?? "none";
  const ends = states.filter((known) => known.state === "stands").map(({ expiresAt }) => expiresAt);
  const until = ends.length === 0 || ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0));
  return { state, through: audience, until };
}

export type SharedWith = { purpose: ConsentPurpose; audiences: ConsentAudience[] };

/** Everything that may be shared at an instant, by purpose; empty means internal only. */
export const sharedWith = (consents: readonly ConsentFact[], at: number): SharedWith[] =>
  consentPurposes
    .map((purpose) => ({ purpose, audiences: consentAudiences.filter((audience) => mayShare(consents, purpose, audience, at)) }))
    .filter(({ audiences }) => audiences.length > 0);

/** The table of a page: every purpose of which anything was ever said, with the answer for every audience. */
export const consentTable = (consents: readonly ConsentFact[], at: number) =>
  consentPurposes
    .filter((purpose) => consents.some((each) => each.purpose === purpose))
    .map((purpose) => ({ purpose, answers: consentAudiences.map((audience) => ({ audience, ...consentAnswer(consents, purpose, audience, at) })) }));
