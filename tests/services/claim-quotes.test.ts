import { expect, it } from "vitest";
import { placeOfQuote, placeSent, quoteOccurs } from "@/lib/services/claim-quotes";

const text = "Бесеуі де\n  дүйсенбіде босауы керек. Ол босады. Ол кетті.";

it("a quote has a place where it stands exactly once, however lines fall", () => {
  const { start, end } = placeOfQuote(text, "Бесеуі де дүйсенбіде");
  expect(text.slice(start!, end!)).toBe("Бесеуі де\n  дүйсенбіде");
  expect(placeOfQuote(text, "Ол")).toEqual({ start: null, end: null });
  expect(placeOfQuote(text, "жоқ сөз")).toEqual({ start: null, end: null });
  expect(placeOfQuote("a+b (c) [d] $", "(c) [d] $")).toEqual({ start: 4, end: 13 });
});

it("a place that a form sent counts only where the words stand there", () => {
  const second = text.lastIndexOf("Ол");
  expect(placeSent(text, "Ол", { start: second, end: second + 2 })).toEqual({ start: second, end: second + 2 });
  expect(placeSent(text, "босады", { start: 0, end: 6 })).toEqual(placeOfQuote(text, "босады"));
  expect(quoteOccurs(text, "босады.  Ол")).toBe(true);
});
