/** What a form carries besides its facts: its key against repeats, and the version that its author saw. */
export type FormMeta = { submission?: string; version?: number };
