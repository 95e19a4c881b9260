/** Answers of a pure function by its text: a file asks the same things again and again. Forgets everything at `most`, so that no file fills the memory. */
export function remembering<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const given = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, given);
    return given;
  };
}
