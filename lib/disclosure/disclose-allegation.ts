import type { OutAllegation } from "@/lib/model/outgoing";
import { isSmall } from "@/lib/model/small-cells";
import { coarseDate } from "./coarse-date";
import { exactnessOf } from "./disclose-case";
import type { DisclosureRules } from "./rules";

/**
 * An allegation as the destination may know it. Who alleges it is told already (`discloseSpeaker`). What tells of
 * bodies and of what was signed goes only where every victim that is a case agreed; persons are accused by body and unit, never by name.
 */
export function discloseAllegation(item: OutAllegation, victims: readonly { personId: string }[], rules: DisclosureRules): OutAllegation {
  const { profile, mayName, pseudonym, hide, coarse } = rules;
  if (profile === "internal") return item;
  const agreed = !(profile === "public" && isIntimate(item)) && victims.length > 0 && victims.every(({ personId }) => mayName(personId));
  const how = exactnessOf(profile, agreed);
  const when = (text: string | null) => (how === "exact" ? text : coarseDate(text, how));
  const close = profile === "partner" && agreed;
  return {
    ...item,
    id: pseudonym("record", item.id),
    when: when(item.when),
    whereText: close ? item.whereText : "",
    description: close ? hide(item.description) : "",
    ...victimsOf(item, rules),
    // Else the pseudonym would lead from the body that is accused to somebody whose place of detention may not be told.
    // Sorted, because the order of the house's references tells who was recorded first.
    caseIds: item.caseIds.map((id) => pseudonym(how === "month" ? "record" : "case", id)).sort(),
    perpetrators: item.perpetrators.map((each) => ({ ...each, id: pseudonym("record", each.id), person: "", unit: profile === "public" ? "" : hide(each.unit) })),
    injuries: close ? hide(item.injuries) : "",
    medicalAttention: close ? item.medicalAttention : "unknown",
    medicalNote: close ? hide(item.medicalNote) : "",
    forcedStatement: close ? hide(item.forcedStatement) : "",
    answer: item.answer && { ...item.answer, asked: when(item.answer.asked), answered: when(item.answer.answered), note: "" },
    complaints: item.complaints.map((each) => ({ ...each, id: pseudonym("record", each.id), filed: when(each.filed), answerDue: when(each.answerDue), note: "" })),
    // The day of the event, or of an article, would be the day of somebody of whom only the month may be told.
    sourceId: how === "month" && victims.length > 0 ? null : item.sourceId,
    event: how === "month" && victims.length > 0 ? null : item.event && { id: pseudonym("record", item.event.id), title: hide(item.event.title) },
    place: item.place && (how === "month" ? coarse(item.place) : item.place),
  };
}

/** What nobody agreed to have told of them by agreeing to be named in public. */
const isIntimate = ({ acts }: Pick<OutAllegation, "acts">): boolean => acts.includes("sexual_violence");

/** Victims who are no cases. Everybody is told neither who they are in words ("his pregnant wife") nor that they are one to four. */
function victimsOf({ victimGroup, victimBound, victimCount }: OutAllegation, { profile, hide }: DisclosureRules): Pick<OutAllegation, "victimGroup" | "victimBound" | "victimCount"> {
  if (profile !== "public") return { victimGroup: hide(victimGroup), victimBound, victimCount };
  const small = isSmall(victimCount);
  return { victimGroup: "", victimBound: small ? "unknown" : victimBound, victimCount: small ? null : victimCount };
}

/**
 * Allegations beside the one person whom they are about: of somebody whose place of detention may not be told, no body that gives it away, and ids
 * of their own, because a list of allegations tells the bodies. Of sexual violence everybody learns where all allegations stand, never beside a person.
 */
export function discloseAllegationsOf(items: readonly OutAllegation[], named: boolean, { profile, pseudonym }: Pick<DisclosureRules, "profile" | "pseudonym">): OutAllegation[] {
  if (profile === "public") items = items.filter((item) => !isIntimate(item));
  if (exactnessOf(profile, named) !== "month") return [...items];
  const apart = (id: string) => pseudonym("record", `case/${id}`);
  return items.map((item) => ({
    ...item,
    id: apart(item.id),
    caseIds: item.caseIds.map(apart).sort(),
    perpetrators: item.perpetrators.map((each) => ({ ...each, id: apart(each.id), body: null })),
    answer: item.answer && { ...item.answer, body: null },
    complaints: item.complaints.map((each) => ({ ...each, id: apart(each.id), body: null })),
  }));
}
