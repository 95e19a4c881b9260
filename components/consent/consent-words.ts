import type { useTranslations } from "next-intl";
import type { SharedWith } from "@/lib/model/consent";

type Words = ReturnType<typeof useTranslations>;

/** "advocacy with international bodies (UN bodies, partner organisations); use in court (courts)"; `vocab` are the words of the namespace `vocab`. */
export const sharedWords = (shared: readonly SharedWith[], vocab: Words): string =>
  shared.map(({ purpose, audiences }) => `${vocab(`consent_purposes.${purpose}`)} (${audiences.map((audience) => vocab(`consent_audiences.${audience}`)).join(", ")})`).join("; ");
