import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/model/permissions";
import { suggestInstitutions } from "@/lib/services/institutions";
import { currentLocale } from "@/lib/web/locale";

/** Police stations, facilities and courts to suggest, each with what it is. */
export async function institutionOptions(actor: Actor): Promise<{ value: string; note: string }[]> {
  const vocab = await getTranslations("vocab.institution_kinds");
  const known = await suggestInstitutions(actor, await currentLocale());
  return (["facility", "police", "court"] as const).flatMap((kind) => known[kind].map((value) => ({ value, note: vocab(kind) })));
}
