/** An institution as queries hand it over to whoever shows its name. */
export type InstitutionNames = { name: string; nameKk: string; nameRu: string; nameEn: string };
export type NamedInstitution = InstitutionNames & { id: string };
/** The same where what is said depends on its kind: "the police have not commented". */
export type Body = NamedInstitution & { kind: string };

/** The name of an institution in the reader's language where it is known, else as it was recorded. */
export function institutionName({ name, nameKk, nameRu, nameEn }: InstitutionNames, locale: string): string {
  const known: Record<string, string> = { kk: nameKk, ru: nameRu, en: nameEn };
  return known[locale] || name;
}
