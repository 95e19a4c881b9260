import { describe, expect, test } from "vitest";
import { messagesOf } from "@/lib/i18n/messages";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { OutAllegation } from "@/lib/model/outgoing";
import { allegationLine, victimsTold } from "@/lib/reports/allegation-lines";
import { reportWords } from "@/lib/reports/report-words";

const messages = Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await messagesOf(locale)] as const)));
const words = (locale: Locale = "en") => reportWords(messages[locale] ?? {}, { locale, now: 0, zone: "Asia/Almaty", profile: "internal" });
const alleged = (given: Partial<OutAllegation> = {}): OutAllegation => ({
  id: "a", version: 1, when: null, zone: "Asia/Almaty", whereText: "", acts: ["beating"], description: "", victimScope: "these", victimBound: "unknown", victimCount: null, victimGroup: "", caseIds: ["one"], attributedTo: "rights defenders", masked: false,
  sourceId: null, perpetrators: [], injuries: "", medicalAttention: "unknown", medicalNote: "", forcedStatement: "", verification: "alleged", response: "no_comment", answer: null, complaints: [], event: null, place: null, ...given,
});

describe("victims as far as told", () => {
  test("are counted once where they are cases, however many allegations name them", () => {
    expect(victimsTold([alleged({ caseIds: ["one", "two"] }), alleged({ caseIds: ["two", "three"] })], words())).toEqual(["3 people"]);
  });

  test("are never added up where they are told in different ways", () => {
    const told = [alleged({ caseIds: ["one"] }), alleged({ victimScope: "some_of_these", caseIds: ["a", "b", "c", "d", "e"] }), alleged({ caseIds: [], victimScope: "unknown", victimBound: "dozens", victimGroup: "passers-by" }), alleged({ caseIds: ["x"], victimBound: "about", victimCount: 12 })];
    expect(victimsTold(told, words())).toEqual(["1 person", "some of 5 people", "dozens of people (passers-by)", "1 person and about 12 people without a case"]);
  });
});

describe("an allegation on a line", () => {
  test("begins with its date and ends with the complaints about it", () => {
    const complaint = { id: "c", kind: "prosecutor", body: { id: "p", name: "Прокуратура", nameKk: "", nameRu: "", nameEn: "Prosecutor of Almaty" }, filed: "2019-11-03", answerDue: null, outcome: "rejected", note: "" };
    const line = allegationLine(alleged({ when: "2019-10-26", complaints: [complaint] }), words());
    expect(line).toBe("26 October 2019. It is alleged by rights defenders that 1 person was beaten; the authorities have not commented. Complaint: complaint to a prosecutor (Prosecutor of Almaty), 3 November 2019 – rejected.");
  });

  test("calls a protected source a protected source and names no person as responsible, in every language", () => {
    const said = { en: "a protected source", ru: "защищённый источник", kk: "қорғалған дереккөз" } as const;
    for (const locale of locales) {
      const line = allegationLine(alleged({ masked: true, attributedTo: "Құпия ана", perpetrators: [{ id: "p", body: null, unit: "", person: "Серік Сынақ", involvement: "direct" }] }), words(locale));
      expect(line.toLowerCase()).toContain(said[locale]);
      for (const canary of ["Құпия", "Серік"]) expect(line).not.toContain(canary);
    }
  });
});
