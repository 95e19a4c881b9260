/** An institution as queries hand it over to whoever shows its name. */
export type InstitutionNames = { name: string; nameKk: string; nameRu: string; nameEn: string };
export type NamedInstitution = InstitutionNames & { id: string };

/** The name of an institution in the reader's language where it is known, else as it was recorded. */
export const institutionName = ({ name, nameKk, nameRu, nameEn }: InstitutionNames, locale: "en" | "ru" | "kk"): string => ({ kk: nameKk, ru: nameRu, en: nameEn })[locale] || name;
