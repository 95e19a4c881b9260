/** What an allegation says, as queries hand it over; `agencyKind` is the kind of institution where it is known. */
export type AllegationFacts = {
  allegation: {
    id: string;
    when: string | null;
    whereText: string;
    description: string;
    victimScope: string;
    attributedTo: string;
    sourceId: string | null;
    perpetrator: string;
    verification: string;
    response: string;
    responseWhen: string | null;
    responseNote: string;
    withdrawn: string | null;
  };
  acts: readonly string[];
  /** How many cases the victims are among. */
  caseCount: number;
  agency: string | null;
  agencyKind?: string | null | undefined;
  source: string | null;
};

type Words = (key: string, values?: Record<string, string | number>) => string;

/**
 * The allegation in one sentence that always says who alleges it and what the authority answers: "Beating is alleged by rights
 * defenders, of some of 5 people; the police have not commented." `t` are the words of the namespace `allegations`.
 */
export function allegationSentence({ allegation, acts, caseCount, agency, agencyKind }: AllegationFacts, t: Words, list: (items: string[]) => string, locale: string): string {
  const who = agency === null ? "nobody" : agencyKind === "police" ? "police" : "named";
  const sentence = t("sentence", {
    acts: list(acts.map((act) => t(`act.${act}`))),
    count: acts.length,
    by: allegation.attributedTo || t("by_protected"),
    victims: t(`victims.${allegation.victimScope}`, { count: caseCount }),
    response: t(`answer.${allegation.response}`, { who, agency: agency ?? "" }),
  });
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
