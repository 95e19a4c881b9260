/** A place to be: one on record, or the word for one that is to be made. */
export type PlannedPlace = { placeId: string } | { word: string };
