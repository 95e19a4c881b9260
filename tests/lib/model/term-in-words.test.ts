import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderInput } from "@/lib/model/order";
import { readOrderedTerm, readOwnTerm } from "@/lib/model/ordered-term";
import { contradictsKind } from "@/lib/model/term-phrases";

const read = (typed: string) => {
  const term = readOrderedTerm(typed);
  return term.ok ? term.value : term.code;
};

describe("a term with the words that people write around it", () => {
  it.each([
    ["3 суток ареста", "P3D"],
    ["10 суток административного ареста", "P10D"],
    ["Административный арест на 10 суток", "P10D"],
    ["арест на 5 суток", "P5D"],
    ["арест сроком на 15 суток", "P15D"],
    ["арестован на 5 суток", "P5D"],
    ["адм. арест 7 сут.", "P7D"],
    ["адмарест – 7 суток", "P7D"],
    ["5 суток (арест)", "P5D"],
    ["трое суток ареста", "P3D"],
    ["сроком на 10 суток", "P10D"],
    ["на 5 суток", "P5D"],
    ["к 5 суткам ареста", "P5D"],
    ["2 месяца под стражей", "P2M"],
    ["заключение под стражу на 2 месяца", "P2M"],
    ["3 года 6 месяцев лишения свободы", "P3Y6M"],
    ["лишение свободы на срок 3 года", "P3Y"],
    ["15 тәулік қамақ", "P15D"],
    ["15 тәулікке әкімшілік қамақ", "P15D"],
    ["он бес тәулікке қамаққа алынды", "P15D"],
    ["әкімшілік қамаққа алу, 10 тәулік", "P10D"],
    ["қамақ мерзімі 15 тәулік", "P15D"],
    ["15 тәулік мерзімге қамақ", "P15D"],
    ["2 ай қамауда ұстау", "P2M"],
    ["3 жыл бас бостандығынан айыру", "P3Y"],
    ["15 days of arrest", "P15D"],
    ["15 days’ administrative arrest", "P15D"],
    ["15-day arrest", "P15D"],
    ["administrative arrest for 15 days", "P15D"],
    ["arrested for a term of 15 days", "P15D"],
    ["15 days in jail", "P15D"],
    ["2 months in custody", "P2M"],
    ["for life", "LIFE"],
    ["10 суток", "P10D"],
  ])("is read: %s", (typed, stored) => expect(read(typed)).toBe(stored));

  it.each(["3 суток условно", "2 месяца домашнего ареста", "2 ай үйқамақ", "house arrest for 2 months", "до 15 суток ареста", "15 суток ареста и штраф", "3 года колонии строгого режима", "арест 15 суток лишения свободы", "арест", "10 суток ареста (отбыл 3)", "2 года ограничения свободы", "up to 15 days of arrest", "15 тәулікке дейін қамақ", "15 days of probation"])(
    "is refused where a word changes what it is: %s",
    (typed) => expect(read(typed)).toBe("term_unreadable"),
  );

  it("is refused for what it is when the figure itself is wrong", () => {
    expect(["0 суток ареста", "-5 суток ареста", "арест на 101 год"].map(read)).toEqual(["term_zero", "term_negative", "term_too_long"]);
  });

  it.each([
    ["10 суток ареста", "administrative_arrest", false],
    ["10 суток ареста", "remand", false],
    ["10 суток ареста", "fine", true],
    ["10 суток административного ареста", "administrative_arrest", false],
    ["10 суток административного ареста", "sentence", true],
    ["3 года лишения свободы", "administrative_arrest", true],
    ["3 жыл бас бостандығынан айыру", "sentence", false],
    ["2 months in custody", "extension", false],
    ["2 ай қамауда ұстау", "administrative_arrest", true],
    ["10 суток", "fine", false],
  ] as const)("%s is compared with the kind %s", (typed, kind, differs) => expect(contradictsKind(typed, kind)).toBe(differs));

  it("is refused in a form whose kind says otherwise, at the term", () => {
    const problems = (kind: string, amount: string) => orderInput({ today: "2019-11-05" }).safeParse({ caseIds: ["a"], kind, term: { amount, unit: "d" } }).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
    expect(problems("administrative_arrest", "3 года лишения свободы")).toEqual([["term.amount", "term_kind_differs"]]);
    expect(problems("administrative_arrest", "арест на 5 суток")).toEqual([]);
    expect(problems("sentence", "3 года лишения свободы")).toEqual([]);
  });

  it("names no kind where none is there to compare with", () => {
    expect(readOwnTerm("5 суток ареста")).toEqual({ ok: true, value: "P5D" });
    expect(readOwnTerm("3 года лишения свободы")).toEqual({ ok: false, code: "term_unreadable" });
  });

  it("is what it is without them, in every language", () => {
    const around = fc.constantFrom<readonly [string, string]>(["", " ареста"], ["арест на ", ""], ["адм. арест, ", ""], ["сроком на ", ""], ["", " (административный арест)"], ["", " тәулік қамақ"], ["қамақ мерзімі ", ""], ["", " of arrest"], ["arrest: ", ""], ["for ", ""]);
    const unit = fc.constantFrom("суток", "дней", "сут.", "месяца", "year", "days", "ай");
    fc.assert(
      fc.property(around, fc.integer({ min: 0, max: 200 }), unit, ([before, after], amount, word) => {
        const bare = after === " тәулік қамақ" ? `${amount}` : `${amount} ${word}`;
        expect(read(`${before}${bare}${after}`)).toBe(read(bare));
      }),
    );
  });

  it("takes no time, whatever is typed", () => {
    const pieces = fc.constantFrom("арест", "на", "административный", "под", "стражей", "15", " ", " ", ",", "(", "-", "суток", "of", "arrest", "қамақ", "'");
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
      const times = [1, 2, 3].map(() => {
        const begun = performance.now();
        readOrderedTerm(all.join(""));
        return performance.now() - begun;
      });
      expect(Math.min(...times)).toBeLessThan(50);
    }));
  });
});
