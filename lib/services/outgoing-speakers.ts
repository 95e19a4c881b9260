import "server-only";
import { institutionKeysAmong } from "@/db/queries/institution-naming";
import { outSources } from "@/db/queries/outgoing";
import type { Reader } from "@/db/store";
import { discloseSpeaker, type ToldSpeaker } from "@/lib/disclosure/disclose-speaker";
import type { DisclosureRules } from "@/lib/disclosure/rules";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { isMasked } from "./source-mask";

type Said = { attributedTo: string; sourceId: string | null; /** The institution on record that spoke, by its name. */ body?: string | undefined };

/** A function that tells who says each of these as the destination may know it; everything that leaves with a speaker asks it. */
export async function speakersOf(tx: Reader, actor: Actor, rules: DisclosureRules, said: readonly Said[]): Promise<(one: Said) => ToldSpeaker> {
  const sources = new Map((await outSources(tx, actor, said.flatMap(({ sourceId }) => sourceId ?? []))).map((source) => [source.id, source]));
  const bodies = rules.profile === "internal" ? new Set<string>() : await institutionKeysAmong(tx, said.map(({ attributedTo }) => foldName(attributedTo)));
  return ({ attributedTo, sourceId, body = "" }) => {
    const source = sources.get(sourceId ?? "") ?? null;
    // A source that is not in scope cannot be known to be public.
    const unknown = sourceId !== null && source === null;
    return discloseSpeaker({ attributedTo, sourceId, source, masked: unknown || isMasked(actor, source), isBody: bodies.has(foldName(attributedTo)), body }, rules);
  };
}
