import type { AllegedAct } from "@/lib/model/vocabularies";
import { lastSeen } from "./case-facts";
import type { Teller } from "./letter";
import { exceededLimits } from "./overdue";

/** Mandates of the special procedures that detention cases go to, in the order in which they are listed. */
export const mandates = ["torture", "detention", "assembly", "expression", "defenders", "disappearances"] as const;
export type Mandate = (typeof mandates)[number];

type Signs = { acts: readonly AllegedAct[]; rights: readonly string[] };

/** What speaks for a mandate. Nothing on record tells by itself who defends human rights, so that mandate is asked about and never suggested. */
const signs: Record<Exclude<Mandate, "defenders">, Signs> = {
  torture: { acts: ["beating", "torture", "threats", "humiliation", "sexual_violence", "denial_of_medical_care", "forced_statement", "excessive_force", "conditions", "special_means", "strip_search", "denial_of_food"], rights: ["iccpr_7", "iccpr_10"] },
  detention: { acts: ["unlawful_apprehension", "denial_of_counsel"], rights: ["iccpr_9", "iccpr_14"] },
  assembly: { acts: ["kettling"], rights: ["iccpr_21", "iccpr_22"] },
  expression: { acts: [], rights: ["iccpr_19"] },
  disappearances: { acts: ["enforced_disappearance", "incommunicado"], rights: [] },
};

/** A mandate with what on record suggests it, in words. */
export type Suggested = { mandate: Mandate; reasons: string[] };

/** The mandates that the acts alleged, the rights engaged and the state of the detention suggest, each with its reasons. */
export function suggestedMandates(tell: Teller): Suggested[] {
  const { file, said, who, letters, words, overdue, beyond, estimate } = tell;
  return Object.entries(signs).flatMap(([mandate, { acts, rights }]) => {
    const telling = file.allegations.filter((each) => each.acts.some((act) => acts.includes(act as AllegedAct)));
    const alleged = [...new Set(telling.flatMap((each) => each.acts))].filter((act) => acts.includes(act as AllegedAct)).map((act) => said("alleged_acts", act));
    const by = words.list([...new Set(telling.map(who))]);
    const reasons = [
      ...(alleged.length > 0 ? [letters("sp.because_allegation", { acts: words.list(alleged), by })] : []),
      ...file.rights.filter((right) => rights.includes(right)).map((right) => letters("sp.because_right", { right: said("engaged_rights", right) })),
      ...(mandate === "detention" && (overdue || beyond) ? [letters(overdue && overdue.basis !== "computed" ? `sp.because_overdue_${overdue.basis}` : "sp.because_overdue")] : []),
      ...(mandate === "detention" && exceededLimits(estimate).length > 0 ? [letters("sp.because_limit")] : []),
      ...(mandate === "disappearances" && lastSeen(tell) === "contact_lost" ? [letters("sp.because_whereabouts")] : []),
    ];
    return reasons.length === 0 ? [] : [{ mandate: mandate as Mandate, reasons }];
  });
}
