"use client";

type Kept = { text: string; version: number };

/** What was typed into the places of drafts and is not saved, as long as this window is open: saving one place draws the page, and so every other place, anew. */
const kept = new Map<string, Kept>();
const keyOf = (reportId: string, slot: string) => `${reportId}/${slot}`;
const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** Remembers `typed` for a place whose saved text is `saved`; text that is the saved one is forgotten. */
export function keepText(reportId: string, slot: string, typed: string, saved: Kept): void {
  const key = keyOf(reportId, slot);
  if (plain(typed) === plain(saved.text)) kept.delete(key);
  // The version that was seen when typing began: what somebody else saved meanwhile comes back as a conflict.
  else kept.set(key, { text: typed, version: kept.get(key)?.version ?? saved.version });
}

/** What was typed and is not saved; undefined where that is nothing. */
export function keptText(reportId: string, slot: string, saved: Kept): Kept | undefined {
  const found = kept.get(keyOf(reportId, slot));
  if (found && plain(found.text) === plain(saved.text)) kept.delete(keyOf(reportId, slot));
  return kept.get(keyOf(reportId, slot));
}

export const anyTextUnsaved = (reportId: string): boolean => [...kept.keys()].some((key) => key.startsWith(`${reportId}/`));
