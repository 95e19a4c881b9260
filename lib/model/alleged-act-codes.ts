import { allegedActs, type AllegedAct } from "./vocabularies";

/**
 * Our own codes of the acts: what they touch before the point (1 liberty, 2 body, 3 dignity and will, 4 safeguards, 5 conditions, 9 other), a number after it.
 * A code is never given to another act.
 */
export const actCodes: Record<AllegedAct, string> = {
  unlawful_apprehension: "1.1",
  incommunicado: "1.2",
  kettling: "1.3",
  enforced_disappearance: "1.4",
  beating: "2.1",
  torture: "2.2",
  excessive_force: "2.3",
  sexual_violence: "2.4",
  special_means: "2.5",
  threats: "3.1",
  humiliation: "3.2",
  forced_statement: "3.3",
  strip_search: "3.4",
  forced_sampling: "3.5",
  pressure_on_family: "3.6",
  property_taken: "3.7",
  denial_of_counsel: "4.1",
  denial_of_medical_care: "4.2",
  denial_of_contact: "4.3",
  denial_of_interpreter: "4.4",
  conditions: "5.1",
  denial_of_food: "5.2",
  other: "9.1",
};

/** The acts in the order of their codes, as lists offer them. */
export const actsByCode: readonly AllegedAct[] = [...allegedActs].sort((a, b) => actCodes[a].localeCompare(actCodes[b], "en", { numeric: true }));

/** "2.1 beating": the code before the words of the act. */
export const actLabel = (act: string, words: string): string => (act in actCodes ? `${actCodes[act as AllegedAct]} ${words}` : words);
