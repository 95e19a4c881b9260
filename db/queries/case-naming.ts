import { cases, people, places } from "@/db/schema";

/** What a case is named by wherever it is listed, also somebody without a name; from `cases` joined with `people` and `places`. */
export const caseNaming = {
  id: cases.id,
  reference: cases.reference,
  personName: people.displayName,
  sex: people.sex,
  slot: cases.slot,
  slotCount: cases.slotCount,
  seizedText: cases.seizedText,
  placeKk: places.nameKk,
  placeRu: places.nameRu,
  placeEn: places.nameEn,
};
