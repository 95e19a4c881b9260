import { institutionName, type Body } from "@/lib/model/institution-name";

export type ShownPerpetrator = { id: string; body: Body | null; unit: string; person: string; involvement: string };

/** What an allegation says, as services hand it over; what the reader may not see is empty. */
export type AllegationFacts = {
  allegation: {
    id: string;
    when: string | null;
    whereText: string;
    description: string;
    victimScope: string;
    victimBound: string;
    victimCount: number | null;
    victimGroup: string;
    attributedTo: string;
    sourceId: string | null;
    medicalAttention: string;
    verification: string;
    response: string;
    withdrawn: string | null;
  };
  acts: readonly string[];
  /** How many cases the victims are among. */
  caseCount: number;
  perpetrators: readonly ShownPerpetrator[];
  /** What the body that was asked says; null where nobody has been asked. */
  answer: { body: Body | null; asked: string | null; answered: string | null; note: string } | null;
  event: { id: string; title: string } | null;
  place: { nameKk: string; nameRu: string; nameEn: string } | null;
  source: string | null;
};

type Words = (key: string, values?: Record<string, string | number>) => string;
/** The words of the namespace `allegations`, how a list is joined, and the language. */
export type SentenceWords = { t: Words; list: (items: string[]) => string; locale: string };

/**
 * The allegation in one sentence that always says who alleges it and what the authority answers: "It is alleged by rights defenders that some
 * of 5 people were beaten; the police have not commented." Perpetrators are told by body and unit only: no report accuses a person by name.
 */
export function allegationSentence(facts: AllegationFacts, words: SentenceWords): string {
  const { allegation, acts, event } = facts;
  const { t, list, locale } = words;
  const { victims, number } = victimWords(facts, words);
  const place = placeWords(facts, locale);
  const sentence = t("sentence", {
    by: tidy(allegation.attributedTo) || t("by_protected"),
    victims,
    number,
    acts: list(acts.map((act) => t(`act.${act}`))),
    event: event ? t("at_event", { event: tidy(event.title) }) : "",
    place: place ? t("at_place", { place }) : "",
    perpetrators: perpetratorWords(facts.perpetrators, words),
    medical: allegation.medicalAttention === "unknown" ? "" : t(`medical.${allegation.medicalAttention}`),
    held: allegation.verification === "alleged" ? "" : t(`held.${allegation.verification}`),
    response: answerWords(facts, words),
  });
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}

/** What the authority answers, beginning with whom: "the police have not commented". */
export function answerWords({ allegation, answer, perpetrators }: Pick<AllegationFacts, "allegation" | "answer" | "perpetrators">, { t, locale }: SentenceWords): string {
  const bodies = perpetrators.flatMap(({ body }) => body ?? []);
  const body = answer ? answer.body : new Set(bodies.map(({ id }) => id)).size === 1 ? bodies[0] : null;
  const who = !body ? "other" : body.kind === "police" ? "police" : "named";
  return t(`answer.${allegation.response}`, { who, agency: body ? tidy(institutionName(body, locale)) : "" });
}

/** Who the victims are said to be, and whether that is one person or more. */
function victimWords({ allegation, caseCount }: AllegationFacts, { t, list }: SentenceWords): { victims: string; number: "one" | "other" } {
  const { victimScope, victimBound, victimCount, victimGroup } = allegation;
  const others = caseCount === 0 || victimBound !== "unknown" || victimGroup !== "";
  const parts: string[] = [];
  if (caseCount > 0) parts.push(t(`victims.${victimScope}`, { count: caseCount }));
  if (others) {
    const told = t(`others.${victimBound}`, { count: victimCount ?? 0, more: caseCount > 0 ? "yes" : "no" });
    parts.push(victimGroup === "" ? told : t("group_of", { people: told, group: tidy(victimGroup) }));
  }
  const people = parts.length > 1 ? 2 : caseCount > 0 ? (victimScope === "unknown" ? 2 : caseCount) : (victimCount ?? 2);
  return { victims: list(parts), number: people === 1 ? "one" : "other" };
}

function perpetratorWords(perpetrators: readonly ShownPerpetrator[], { t, list, locale }: SentenceWords): string {
  if (perpetrators.length === 0) return "";
  const named = perpetrators.map(({ body, unit, involvement }) => {
    const told = [...(body ? [tidy(institutionName(body, locale))] : []), ...(unit ? [tidy(unit)] : [])].join(", ");
    const who = told === "" ? t("somebody_described") : told;
    return involvement === "unknown" ? who : t("took_part", { who, how: t(`involved.${involvement}`) });
  });
  return t("responsible", { who: list([...new Set(named)]) });
}

function placeWords({ place, allegation }: AllegationFacts, locale: string): string {
  const names: Record<string, string> = place ? { kk: place.nameKk, ru: place.nameRu, en: place.nameEn } : {};
  return [names[locale] ?? "", tidy(allegation.whereText)].filter(Boolean).join(", ");
}

/** Words that somebody typed, without what would stand doubled in a sentence: an end of theirs before ours. Abbreviations keep their point. */
function tidy(text: string): string {
  const inOne = text.replace(/\s+/g, " ").trim();
  const bare = inOne.replace(/[\s,;:]+$/u, "").replace(/(\p{L}{3,})\.$/u, "$1");
  return bare === "" ? inOne : bare;
}
