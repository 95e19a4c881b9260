import { dayMs } from "@/lib/model/civil";
import type { OutClaim, OutFile, OutSource } from "@/lib/model/outgoing";
import { foldName } from "@/lib/names/fold";
import { exactnessOf } from "./disclose-case";
import type { DisclosureRules } from "./rules";

/** Kinds that are a document; any other kind is somebody who was near, and with a place and a day enough to find them. */
const documents = new Set(["article", "post", "statement", "court_record"]);

/** The kind of a source that is not told: a partner may know that an unprotected one is a document, nobody else and of no other source anything. */
const keptKind = (kind: string, confidentiality: string, { profile }: Pick<DisclosureRules, "profile">): string =>
  profile === "partner" && confidentiality === "internal" && documents.has(kind) ? kind : "other";

export function discloseSource(source: OutSource, confidentiality: string, rules: DisclosureRules): OutSource {
  const { profile, pseudonym, hide } = rules;
  if (profile === "internal") return source;
  const id = pseudonym("record", source.id);
  if (source.masked || confidentiality !== "public") return untold({ ...source, id, kind: keptKind(source.kind, confidentiality, rules) });
  // The address of a page tells whom it is about; whoever may not know the name does not get it.
  const title = hide(source.title);
  return { ...source, id, title, author: hide(source.author), url: title === source.title ? source.url : "" };
}

const untold = (source: OutSource): OutSource => ({ ...source, masked: true, title: "", publisher: "", author: "", url: "", language: "other", published: null, sha256: "", reliability: "unknown" });

/** Sources beside one person: of whom only the month may be told, no article, which has its day and, for whoever opens it, the name. */
export const discloseSourcesOf = (sources: readonly OutSource[], named: boolean, rules: DisclosureRules): OutSource[] =>
  exactnessOf(rules.profile, named) === "month" ? discloseSources(sources.map((source) => untold({ ...source, kind: "other" })), rules) : [...sources];

/** Sources that are not told, once for each kind that is: how many know of something narrows down who they are. */
export function discloseSources(sources: readonly OutSource[], { profile }: Pick<DisclosureRules, "profile">): OutSource[] {
  if (profile === "internal") return [...sources];
  return sources.filter((source, at) => !source.masked || sources.findIndex((other) => other.masked && other.kind === source.kind) === at);
}

/** What sources are quoted with: outside the house only public ones, to the public none; who says it only where the quotation itself does. */
export const discloseClaims = (claims: readonly OutClaim[], openSources: ReadonlySet<string>, { profile, pseudonym, hide }: DisclosureRules): OutClaim[] =>
  profile === "internal"
    ? [...claims]
    : profile === "public"
      ? []
      : claims.filter(({ sourceId }) => openSources.has(sourceId)).map((claim) => ({ ...claim, id: pseudonym("record", claim.id), sourceId: pseudonym("record", claim.sourceId), quote: hide(claim.quote), saidBy: foldName(claim.quote).includes(foldName(claim.saidBy)) ? hide(claim.saidBy) : "", value: ["person", "name"].includes(claim.valueKind) ? "" : claim.value }));

/** Noon of that day in universal time, which is the same day nearly everywhere. */
const noonOf = (at: number): number => Math.floor(at / dayMs) * dayMs + dayMs / 2;

/** Evidence as a list: outside the house the hash that proves it and the day, never a name somebody gave it nor the minute in which it was sent. */
export const discloseFiles = (files: readonly OutFile[], { profile, pseudonym }: Pick<DisclosureRules, "profile" | "pseudonym">): OutFile[] =>
  profile === "internal" ? [...files] : profile === "public" ? [] : files.map((file) => ({ ...file, id: pseudonym("record", file.id), name: "", description: "", receivedAt: file.receivedAt === null ? null : noonOf(file.receivedAt) }));
