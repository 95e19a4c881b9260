const mostKept = 20_000;

/** The same function of a word, with its answers kept: texts say the same words again and again. */
export function remembered<T>(answer: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined || kept.has(word)) return known as T;
    if (kept.size >= mostKept) kept.clear();
    const value = answer(word);
    kept.set(word, value);
    return value;
  };
}
