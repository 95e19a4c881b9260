type Claim = { caseId: string | null; field: string; quote: string; start: number | null; valueKind: string; value: string; saidBy: string; withdrawn: string | null };

/** Claims that say the same with the same words of several cases, together, where the first of them stands; every other claim for itself. */
export function sameClaims<C extends Claim>(claims: readonly C[]): C[][] {
  const groups = new Map<string, C[]>();
  for (const [at, claim] of claims.entries()) {
    const { caseId, field, quote, start, valueKind, value, saidBy, withdrawn } = claim;
    // Words of a protected source are not shown, so that nothing tells one quotation from another.
    const key = caseId === null || quote === "" ? String(at) : JSON.stringify([field, quote, start, valueKind, value, saidBy, withdrawn]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}
