/** What a merge counts before it moves it; the words are `<room>.moves.<kind>`. */
export const referenceKinds = ["cases", "moments", "orders", "allegations", "events", "counts", "institutions", "places"] as const;
export type ReferenceKind = (typeof referenceKinds)[number];
