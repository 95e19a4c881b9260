import fc from "fast-check";
import { expect, it } from "vitest";
import { markTree, type MarkPiece, type Span } from "@/components/claims/mark-tree";

const words = (pieces: readonly MarkPiece<Span>[]): string => pieces.map((piece) => (typeof piece === "string" ? piece : words(piece.inside))).join("");

it("nests a mark within another and leaves every word where it was", () => {
  expect(markTree("court of Almaty ruled", [{ start: 9, end: 15 }, { start: 0, end: 15 }])).toEqual([
    { span: { start: 0, end: 15 }, inside: ["court of ", { span: { start: 9, end: 15 }, inside: ["Almaty"] }] },
    " ruled",
  ]);
});

it("is the whole text again, whatever the marks", () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 12 }), (text, spans) => {
    expect(words(markTree(text, spans.filter(({ end }) => end <= text.length)))).toBe(text);
  }));
});
