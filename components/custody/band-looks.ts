/** How each part of a picture of custody looks; the words are `cases.band.<part>`. */
export const bandLooks = {
  custody: "fill-custody",
  moments: "fill-surface stroke-ink",
  rulings: "fill-muted",
  window: "fill-today/30 stroke-today",
  stated: "fill-none stroke-ink",
  released: "fill-released",
  past: "fill-overdue",
  now: "fill-ink",
} as const;

export type BandPart = keyof typeof bandLooks;
