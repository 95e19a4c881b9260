import fc from "fast-check";
import { expect, it } from "vitest";
import { piecesOf } from "@/components/ui/long-words";

it("a word stays whole, and what is longer than any word falls into pieces that are it together", () => {
  expect(piecesOf("административный-правовой")).toEqual(["административный", "-правовой"]);
  expect(piecesOf("административный")).toEqual(["административный"]);
  expect(piecesOf("0f3b7c1e-8f0a-4b7e-9d3c-2a1b0c9d8e7f").every((piece) => piece.length <= 16)).toBe(true);
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (word) => piecesOf(word).join("") === word));
});
