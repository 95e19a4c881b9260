import { foldName } from "@/lib/names/fold";
import type { DisclosureRules } from "./rules";

/** What decides how far a source may be known; its own words for who published it. */
export type SpeakersSource = { confidentiality: string; publisher: string; author: string; title: string };

/** Who says something as it is recorded. `masked`: whoever takes it out may not know it either; `isBody`: the text is the name of an institution on record; `body`: that of the one which spoke, or "". */
export type Speaker = { attributedTo: string; masked: boolean; sourceId: string | null; source: SpeakersSource | null; isBody: boolean; body: string };
export type ToldSpeaker = Pick<Speaker, "attributedTo" | "masked" | "sourceId">;

/**
 * Who says so as the destination may know it: outside the house only whoever speaks in public. That is a body on record or a published source,
 * each by its recorded name. Anybody else ("his wife", "a nurse of the prison") is a person who can be found by these words; of them only is told
 * that they are kept (`masked`), never which of several allegations are theirs.
 */
export function discloseSpeaker({ attributedTo, masked, sourceId, source, isBody, body }: Speaker, { profile, pseudonym, hide }: DisclosureRules): ToldSpeaker {
  if (profile === "internal") return { attributedTo: masked ? "" : attributedTo, masked, sourceId };
  const kept: ToldSpeaker = { attributedTo: "", masked: true, sourceId: null };
  if (masked || (source !== null && source.confidentiality !== "public")) return kept;
  const open = [body, ...(source === null ? [] : [source.publisher, source.author, source.title])].filter((text) => text.trim() !== "");
  const own = isBody || open.some((text) => foldName(text) === foldName(attributedTo));
  const told = hide((own ? attributedTo : (open[0] ?? "")).trim());
  return told === "" ? kept : { attributedTo: told, masked: false, sourceId: sourceId === null ? null : pseudonym("record", sourceId) };
}
