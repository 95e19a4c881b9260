import "server-only";
import type { OutAllegation, OutCase, OutCaseFile, OutPerson } from "@/lib/model/outgoing";
import type { Program } from "@/lib/services/api-tokens";
import type { OutEventFile } from "@/lib/services/outgoing-files";

type Scopes = Pick<Program, "scopes">;

/** Who it is, without what else is known of them: for a token that may read cases and not people. */
const barePerson = ({ id, version, named, identification, displayName }: OutPerson): OutPerson => ({
  id, version, named, identification, displayName, names: [], sex: "", birthDate: null, nationality: "", occupation: "", affiliation: "", residence: "", healthRisk: "", familyContact: "",
});

export const cutCase = (item: OutCase, { scopes }: Scopes): OutCase => (scopes.includes("people:read") ? item : { ...item, person: barePerson(item.person) });

const cutAllegations = (items: OutAllegation[], { scopes }: Scopes): OutAllegation[] => (scopes.includes("allegations:read") ? items : []);

/** Everything of a case that the token is for. */
export const cutCaseFile = (file: OutCaseFile, scopes: Scopes): OutCaseFile => ({ ...file, case: cutCase(file.case, scopes), allegations: cutAllegations(file.allegations, scopes) });

/** Everything of an event that the token is for. Everybody learns who was taken at it only where the person is named: its day would be theirs. */
export const cutEventFile = (file: OutEventFile, given: Pick<Program, "scopes" | "destination">): OutEventFile => ({
  ...file,
  cases: given.scopes.includes("cases:read") ? file.cases.filter((each) => given.destination.profile !== "public" || each.case.person.named).map((each) => ({ ...each, case: cutCase(each.case, given) })) : [],
  allegations: cutAllegations(file.allegations, given),
});
