import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import type { Destination } from "@/lib/model/destination";
import { reportVariants } from "@/lib/model/report";
import { buildOverdueLetter, letterVariant } from "@/lib/reports/overdue-letter";
import { at, caseFile, data, empty, full, moment, order, overdueNow, police } from "./case-fixtures";
import { textsOf, whole, wordsOf } from "./words";

const variants = reportVariants.overdue_letter;

describe("the letter about somebody who is overdue", () => {
  it.each(locales)("says in %s who, where, since when, on what ruling, when the law required release, for how long, and what is asked", async (locale) => {
    const words = await wordsOf(locale, overdueNow);
    for (const variant of variants) {
      const letter = buildOverdueLetter(data(full()), variant, words);
      const said = whole(letter);
      for (const fact of ["Ерлан Сынақбай", "15:00", "24:00", "57", "Сынақ құқық орталығы", words.vocab("detention_kinds.administrative_arrest"), words.room("law")("title.kz-arrest-counting")]) expect(said, `${variant}: ${fact}`).toContain(fact);
      expect(said).toContain(words.room("letters")("confidence.unconfirmed"));
      expect(letter.blocks.filter((block) => block.kind === "list").at(-1)).toMatchObject({ ordered: true, items: { length: 3 } });
      expect(letter.blocks.at(-1)?.kind).toBe("signature");
    }
  });

  it("goes to whom it is meant for, and to the facility where nothing is said", async () => {
    const words = await wordsOf("en", overdueNow);
    expect(buildOverdueLetter(data(full()), "facility", words).addressee).toEqual(["To the head of the place of detention", "Synaq special reception centre"]);
    expect(buildOverdueLetter(data(full()), "prosecutor", words).addressee).toEqual(["To the prosecutor (Synaq)"]);
    expect(buildOverdueLetter(data(full()), "ombudsman", words).addressee).toEqual(["To the Commissioner for Human Rights (Ombudsman)"]);
    expect([null, undefined, "minister", "prosecutor"].map(letterVariant)).toEqual(["facility", "facility", "facility", "prosecutor"]);
  });

  it("accuses nobody before the last reading that the rule allows has passed", async () => {
    // Ten days of 24 hours end on the 11th at 15:00; counted in dates without the first the term ends with that day.
    const between = at("2026-03-11T20:00:00+05:00");
    const early = buildOverdueLetter(data({ ...full(), case: { ...full().case, status: "overdue" } }), "facility", await wordsOf("en", between));
    expect(early.refusal).toBe("not_overdue");
    expect(whole(early)).toContain("By the latest lawful reading the term runs until: 11 March 2026, 24:00.");
    const after = at("2026-03-12T00:30:00+05:00");
    const late = buildOverdueLetter(data({ ...full(), case: { ...full().case, status: "overdue" } }), "facility", await wordsOf("en", after));
    expect(late.refusal ?? null).toBeNull();
    expect(whole(late)).toContain("at least 30\u00a0min beyond it");
  });

  it.each([
    ["nothing is known of the term", () => empty()],
    ["the person is out", () => full({ moments: [moment("seized", "2026-03-01T15:00", police), moment("released", "2026-03-12T10:00")] })],
    ["the term still runs", () => full({ orders: [order({ term: "P30D" })] })],
    ["the term is for life", () => full({ orders: [order({ kind: "sentence", term: "LIFE" })] })],
  ])("is refused where %s", async (_why, file) => {
    for (const locale of locales) {
      const letter = buildOverdueLetter(data(file()), "prosecutor", await wordsOf(locale, overdueNow));
      expect(letter.refusal).toBe("not_overdue");
      expect(letter.blocks.map(({ kind }) => kind)).toContain("gap");
      const words = await wordsOf(locale, overdueNow);
      expect(whole(letter)).not.toContain(words.room("letters")("overdue.law.title"));
    }
  });

  it.each(locales)("says in %s to whom dates are told less exactly that the letter is none for them, not that the term still runs", async (locale) => {
    const words = await wordsOf(locale, overdueNow, "public");
    const week = { ...full(), estimate: null, case: { ...full().case, overdueFrom: overdueNow + 86_400_000, person: { ...full().case.person, named: false } } };
    const letter = buildOverdueLetter(data(week, { profile: "public", recipientId: "public", audience: "public", purpose: "publication" }), "prosecutor", words);
    expect(letter.refusal).toBe("told_less");
    expect(whole(letter)).toContain(words.room("letters")("overdue.refused.told_less"));
    expect(whole(letter)).not.toContain("24:00");
  });

  it("says of a date that a source named whose word it is, and names no ruling", async () => {
    const file = caseFile({ now: overdueNow, person: { displayName: "Аружан Сынақова" }, case: { detentionKind: "unknown" }, moments: [moment("seized", "2026-03-01", police)], stated: [{ id: "id-stated", version: 1, when: "2026-03-11", attributedTo: "адвокаты", masked: false, sourceId: null, note: "" }] });
    const letter = buildOverdueLetter(data(file), "facility", await wordsOf("en", overdueNow));
    const said = whole(letter);
    expect(said).toContain("The date of release as stated ended on: 11 March 2026, 24:00. It was stated by: адвокаты.");
    expect(said).not.toContain("on every lawful reading");
    expect(said).not.toContain("14(4)");
    expect(letter.blocks).toContainEqual(expect.objectContaining({ kind: "gap", question: "Which court ordered the detention, when, and for how long?" }));
  });

  it("counts from the moment with which a case left, whatever was told less exactly, and not before it", async () => {
    const words = await wordsOf("en", overdueNow);
    const profiles: Destination[] = [{ profile: "partner", recipientId: "r", audience: "authorities", purpose: "complaint" }, { profile: "public", recipientId: "public", audience: "public", purpose: "publication" }];
    fc.assert(
      fc.property(fc.constantFrom(...profiles), fc.boolean(), fc.integer({ min: -86_400_000, max: 86_400_000 }), (destination, named, into) => {
        const file = full();
        const midnight = at("2026-03-14T00:00:00+05:00");
        const coarse = { ...file, estimate: null, case: { ...file.case, overdueFrom: midnight, person: { ...file.case.person, named } } };
        const letter = buildOverdueLetter(data(coarse, destination), "facility", { ...words, now: midnight + into });
        expect(letter.refusal ?? null).toBe(into >= 0 ? null : "not_overdue");
      }),
    );
  });

  it("repeats neither the occupation nor the home of the person to those who hold the person", async () => {
    const said = buildOverdueLetter(data(full()), "facility", await wordsOf("kk", overdueNow)).blocks.flatMap(textsOf).join("\n");
    for (const telling of ["мұғалім", "Бірінші көше", "CANARY-HEALTH", "CANARY-INJURY", "«Сынақ» бастамасы"]) expect(said).not.toContain(telling);
  });
});
