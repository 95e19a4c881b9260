/** What a form carries besides its facts: its key against repeats, the version that its author saw, and the claim that the record is to follow. */
export type FormMeta = { submission?: string; version?: number; claim?: string };
