/** An institution as it is named in a sentence; `name` is how it was first recorded, the others are empty where not known. */
export type Body = { id: string; kind: string; name: string; nameKk: string; nameRu: string; nameEn: string };

/** The name of a body in the reader's language, else as it was recorded. */
export function bodyName({ name, nameKk, nameRu, nameEn }: Body, locale: string): string {
  const known: Record<string, string> = { kk: nameKk, ru: nameRu, en: nameEn };
  return known[locale] || name;
}
