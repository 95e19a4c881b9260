import type { OutPerson } from "@/lib/model/outgoing";
import type { DisclosureRules } from "./rules";

/** A person as the destination may know them; outside the house never a way to reach them or their family, nor how they are. */
export function disclosePerson(person: OutPerson, { profile, mayName, pseudonym, hide }: DisclosureRules): OutPerson {
  if (profile === "internal") return person;
  const named = person.displayName !== "" && mayName(person.id);
  const id = pseudonym("person", person.id);
  const bare = { ...person, id, named, healthRisk: "", familyContact: "", residence: "" };
  if (!named) return { ...bare, identification: "unidentified", displayName: id, names: [], birthDate: null, nationality: "", occupation: "", affiliation: "" };
  return profile === "partner" ? bare : { ...bare, birthDate: person.birthDate?.slice(0, 4) ?? null, nationality: "", affiliation: hide(person.affiliation) };
}
