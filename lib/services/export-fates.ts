import "server-only";
import { discloseAllegation } from "@/lib/disclosure/disclose-allegation";
import { discloseCase, discloseOver } from "@/lib/disclosure/disclose-case";
import { disclosePerson } from "@/lib/disclosure/disclose-person";
import type { DisclosureRules } from "@/lib/disclosure/rules";
import { exampleAllegation, exampleCase, examplePerson } from "@/lib/exchange/out-example";
import { outFacts, valueAt } from "@/lib/exchange/out-columns";
import type { OutKind } from "@/lib/exchange/out-schema";
import type { AudienceProfile } from "@/lib/model/destination";

/** What becomes of a fact: it goes as it is; names of people who may not be named are taken out; it is told less exactly; a pseudonym stands for it; it goes where somebody says it who speaks in public; a figure goes from five on; it stays here. */
export const factFates = ["goes", "without_names", "coarser", "pseudonym", "public_speaker", "from_five", "withheld"] as const;
export type FactFate = (typeof factFates)[number];

/** One fact of a record, by the way to it, with its fate where the person agreed to be named and where not. */
export type FactFates = { path: readonly string[]; agreed: FactFate; else: FactFate };

const PSEUDONYM = "pseudonym ";
const HIDING = "hidden ";
const LATER_MS = 100 * 86_400_000;
const COARSE = { id: "coarse", nameKk: "coarse", nameRu: "", nameEn: "" };

/** Found out on an invented record by the very functions that every record goes through, so that a preview cannot promise anything else. */
export function fatesOf(what: OutKind, profile: AudienceProfile): FactFates[] {
  const [agreed, denied] = [told(what, profile, true), told(what, profile, false)];
  return outFacts(what).map((path) => ({ path, agreed: agreed(path), else: denied(path) }));
}

function told(what: OutKind, profile: AudienceProfile, named: boolean): (path: readonly string[]) => FactFate {
  if (profile === "internal") return () => "goes";
  const rules: DisclosureRules = { profile, mayName: () => named, pseudonym: (_kind, id) => PSEUDONYM + id, hide: (text) => (text === "" ? "" : HIDING + text), coarse: () => COARSE };
  if (what === "cases") return compared(exampleCase, discloseCase(exampleCase, rules));
  if (what === "over_detention") return compared(exampleCase, discloseOver(exampleCase, (exampleCase.overdueFrom ?? 0) + LATER_MS, rules));
  if (what === "people") return compared(examplePerson, disclosePerson(examplePerson, rules));
  if (what === "allegations") return allegationFates(compared(exampleAllegation, discloseAllegation(exampleAllegation, [{ personId: "example-person" }], rules)));
  return (path) => plain[what][path.join(".")] ?? "goes";
}

/** Events and counts are about nobody; a test compares this with what leaves. */
const plain: Record<"events" | "counts", Record<string, FactFate>> = {
  events: { id: "pseudonym", title: "without_names", organiser: "withheld", sites: "without_names", demands: "without_names", note: "withheld" },
  counts: { id: "pseudonym", eventId: "pseudonym", figure: "from_five", figureTo: "from_five", comparedToId: "pseudonym", sourceId: "public_speaker", attributedTo: "public_speaker", institution: "public_speaker", note: "withheld" },
};

/** Who alleges is told by what is recorded of the speaker, whoever agreed to be named. */
const speaking = new Set(["attributedTo", "sourceId"]);
const allegationFates = (fate: (path: readonly string[]) => FactFate) => (path: readonly string[]): FactFate => (speaking.has(path.join(".")) && fate(path) !== "withheld" ? "public_speaker" : fate(path));

const compared = (before: object, after: object) => (path: readonly string[]): FactFate => fateOf(JSON.stringify(valueAt(before, path)), valueAt(after, path));

function fateOf(before: string, value: unknown): FactFate {
  const after = JSON.stringify(value);
  if (after === before) return "goes";
  if (after === "null" || after === '""' || after === "[]" || after === '"unknown"' || after === '"unidentified"') return "withheld";
  // An event is told by its title, with a pseudonym in the place of its id only.
  if (after.includes(HIDING)) return "without_names";
  return after.includes(PSEUDONYM) ? "pseudonym" : "coarser";
}
