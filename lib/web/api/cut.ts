import "server-only";
import type { ApiScope } from "@/lib/model/api";
import type { OutAllegation, OutCase, OutCaseFile, OutPerson } from "@/lib/model/outgoing";
import type { Program } from "@/lib/services/api-tokens";
import type { OutEventFile } from "@/lib/services/outgoing-files";

type Scopes = Pick<Program, "scopes">;

/** Who it is, without what else is known of them: for a token that may read cases and not people. */
const barePerson = ({ id, version, named, identification, displayName }: OutPerson): OutPerson => ({
  id, version, named, identification, displayName, names: [], sex: "", birthDate: null, nationality: "", occupation: "", affiliation: "", residence: "", healthRisk: "", familyContact: "",
});

export const cutCase = (item: OutCase, { scopes }: Scopes): OutCase => (scopes.includes("people:read") ? item : { ...item, person: barePerson(item.person) });

/** Whether allegations may be asked for at all: their sources and files would tell of them too. */
export const wantedBy = ({ scopes }: Scopes): { allegations: boolean } => ({ allegations: scopes.includes("allegations:read") });

const cutAllegations = (items: OutAllegation[], scopes: Scopes): OutAllegation[] => (wantedBy(scopes).allegations ? items : []);

/** What a source says of who somebody is, or of abuse, is no less than what is recorded of it. */
const claimScopes: Record<string, ApiScope> = { identity: "people:read", abuse: "allegations:read" };
const mayClaim = (field: string, { scopes }: Scopes): boolean => claimScopes[field] === undefined || scopes.includes(claimScopes[field]);

/** Everything of a case that the token is for. */
export const cutCaseFile = (file: OutCaseFile, scopes: Scopes): OutCaseFile => ({
  ...file,
  case: cutCase(file.case, scopes),
  claims: file.claims.filter(({ field }) => mayClaim(field, scopes)),
  allegations: cutAllegations(file.allegations, scopes),
});

/** Everything of an event that the token is for. Everybody learns who was taken at it, and what is alleged of whom, only where they are named: its day would be theirs. */
export function cutEventFile(file: OutEventFile, given: Pick<Program, "scopes" | "destination">): OutEventFile {
  const open = given.destination.profile !== "public";
  const cases = file.cases.filter((each) => open || each.case.person.named);
  const known = new Set(cases.map((each) => each.case.id));
  const allegations = file.allegations.filter(({ event, caseIds }) => open || event !== null || caseIds.every((id) => known.has(id)));
  return { ...file, cases: given.scopes.includes("cases:read") ? cases.map((each) => ({ ...each, case: cutCase(each.case, given) })) : [], allegations: cutAllegations(allegations, given) };
}
