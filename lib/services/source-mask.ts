import "server-only";
import { can, type Actor } from "@/lib/model/permissions";

/** What decides whether a source is open to somebody; all null where a record names no source. */
export type SourceGuard = { teamId: string | null; confidentiality: string | null };

/** Whether this actor may see of the source no more than its kind. */
export const isMasked = (actor: Actor, source: SourceGuard | null | undefined): boolean =>
  source?.confidentiality === "protected" && !can(actor, "source.protected", { teamId: source.teamId });

/** The text of whatever could tell who a protected source is or what it says; empty, which pages show as "protected source". */
export const unlessMasked = (masked: boolean, text: string): string => (masked ? "" : text);

type Maskable = {
  teamId: string;
  confidentiality: string;
  title: string;
  publisher: string;
  author: string;
  language: string;
  published: string | null;
  textSha256: string;
};

/** A source as this actor may see it: of a protected one its id and kind, without the right to more. */
export function shownSource<S extends Maskable>(actor: Actor, source: S): S & { masked: boolean } {
  if (!isMasked(actor, source)) return { ...source, masked: false };
  const nothing = { title: "", publisher: "", author: "", language: "other", published: null, textSha256: "", masked: true };
  return { ...source, ...nothing, ...("url" in source ? { url: "" } : {}), ...("text" in source ? { text: "" } : {}), reliability: "unknown" };
}

/** Kinds of claimed values that could name the source itself. */
const telling = new Set(["name", "person"]);

type Said = { quote: string; saidBy: string; valueKind: string; value: string; start: number | null; end: number | null };

/** A claim as this actor may see it: of a protected source neither its words nor who says them. */
export const shownClaim = <C extends Said>(masked: boolean, claim: C): C =>
  masked ? { ...claim, quote: "", saidBy: "", start: null, end: null, value: telling.has(claim.valueKind) ? "" : claim.value } : claim;

type Stated = { stated: { attributedTo: string; note: string }; source: string | null };

/** What is stated about a release, without who a protected source is: a note may hold its words. */
export const shownStated = <S extends Stated>(masked: boolean, said: S): S => (masked ? { ...said, stated: { ...said.stated, attributedTo: "", note: "" }, source: "" } : said);

type Alleged = { allegation: { attributedTo: string; description: string }; source: string | null };

/** An allegation without who a protected source is: it is then attributed to a protected source, never to nobody. */
export const shownAllegation = <A extends Alleged>(masked: boolean, alleged: A): A =>
  masked ? { ...alleged, allegation: { ...alleged.allegation, attributedTo: "", description: "" }, source: "" } : alleged;
