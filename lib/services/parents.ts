import "server-only";

/** Whether `id` is `start` or stands above it; `parents` are the parents by id. A circle that is there already ends the walk. */
export function isAbove(parents: ReadonlyMap<string, string | null>, id: string, start: string | null): boolean {
  const seen = new Set<string>();
  for (let at = start; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
