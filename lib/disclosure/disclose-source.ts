import type { OutClaim, OutFile, OutSource } from "@/lib/model/outgoing";
import type { DisclosureRules } from "./rules";

/** How far a source may be known outside: `protected` never more than its kind, `internal` only to whoever it is not named to either. */
export const isGuarded = (confidentiality: string, { profile }: Pick<DisclosureRules, "profile">): boolean => profile !== "internal" && confidentiality !== "public";

export function discloseSource(source: OutSource, confidentiality: string, rules: DisclosureRules): OutSource {
  const { profile, pseudonym, hide } = rules;
  if (profile === "internal") return source;
  const id = pseudonym("record", source.id);
  if (source.masked || isGuarded(confidentiality, rules)) return { ...source, id, masked: true, title: "", publisher: "", author: "", url: "", language: "other", published: null, sha256: "", reliability: "unknown" };
  // The address of a page tells whom it is about; whoever may not know the name does not get it.
  const title = hide(source.title);
  return { ...source, id, title, author: hide(source.author), url: title === source.title ? source.url : "" };
}

/** What sources are quoted with: outside the house only public ones, to the public none. */
export const discloseClaims = (claims: readonly OutClaim[], openSources: ReadonlySet<string>, { profile, pseudonym, hide }: DisclosureRules): OutClaim[] =>
  profile === "internal"
    ? [...claims]
    : profile === "public"
      ? []
      : claims.filter(({ sourceId }) => openSources.has(sourceId)).map((claim) => ({ ...claim, id: pseudonym("record", claim.id), sourceId: pseudonym("record", claim.sourceId), quote: hide(claim.quote), saidBy: hide(claim.saidBy), value: ["person", "name"].includes(claim.valueKind) ? "" : claim.value }));

/** Evidence as a list: outside the house the hash that proves it, never a name somebody gave it. */
export const discloseFiles = (files: readonly OutFile[], { profile, pseudonym }: DisclosureRules): OutFile[] =>
  profile === "internal" ? [...files] : profile === "public" ? [] : files.map((file) => ({ ...file, id: pseudonym("record", file.id), name: "", description: "" }));
