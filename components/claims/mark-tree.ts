export type Span = { start: number; end: number };
/** A piece of a text: words alone, or a mark around further pieces. */
export type MarkPiece<S> = string | { span: S; inside: MarkPiece<S>[] };

/**
 * A text cut into nested marks. What crosses the end of the mark that it begins in is drawn as far as that end; the words of all pieces together are
 * the text.
 */
export function markTree<S extends Span>(text: string, spans: readonly S[]): MarkPiece<S>[] {
  const inOrder = spans.filter(({ start, end }) => start < end && start >= 0).sort((a, b) => a.start - b.start || b.end - a.end);
  return pieces(text, 0, text.length, inOrder);
}

function pieces<S extends Span>(text: string, from: number, to: number, spans: readonly S[]): MarkPiece<S>[] {
  const made: MarkPiece<S>[] = [];
  let at = from;
  for (let i = 0; i < spans.length; ) {
    const span = spans[i];
    if (!span) break;
    const end = Math.min(span.end, to);
    const within = spans.slice(i + 1).filter(({ start }) => start < end);
    if (span.start > at) made.push(text.slice(at, span.start));
    made.push({ span, inside: pieces(text, span.start, end, within) });
    at = end;
    i += 1 + within.length;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}
