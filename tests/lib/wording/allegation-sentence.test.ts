import fc from "fast-check";
import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { allegationSentence, type AllegationFacts, type ShownPerpetrator } from "@/lib/wording/allegation-sentence";
import { locales, type Locale } from "@/lib/i18n/locales";
import { countedBounds } from "@/lib/model/allegation";
import type { Body } from "@/lib/model/institution-name";
import { allegedActs, authorityResponses, involvements, medicalAttentions, verifications, victimBounds, victimScopes } from "@/lib/model/vocabularies";
import en from "@/messages/en/allegations.json";
import kk from "@/messages/kk/allegations.json";
import ru from "@/messages/ru/allegations.json";

const messages = { en, ru, kk };

type Given = Partial<Omit<AllegationFacts, "allegation" | "perpetrators">> & Partial<AllegationFacts["allegation"]> & { by?: readonly Partial<ShownPerpetrator>[] };

const body = (name: string, kind: string, given: Partial<Body> = {}): Body => ({ id: name, kind, name, nameKk: "", nameRu: "", nameEn: "", ...given });
const police = body("Полиция", "police");
const camp = body("Camp 7", "facility", { nameKk: "№ 7 мекеме", nameRu: "Учреждение № 7" });

function sentence(locale: Locale, { acts = ["beating"], caseCount = 5, answer = null, event = null, place = null, by = [], ...given }: Given = {}): string {
  const t = createTranslator({ locale, messages: messages[locale] as Record<string, unknown>, onError: (error) => { throw error; } });
  const format = createFormatter({ locale });
  const allegation = { id: "a", when: null, whereText: "", description: "", victimScope: "some_of_these", victimBound: "unknown", victimCount: null, victimGroup: "", attributedTo: "rights defenders", sourceId: null, medicalAttention: "unknown", verification: "alleged", response: "no_comment", withdrawn: null, ...given };
  const perpetrators = by.map((each, at) => ({ id: String(at), body: null, unit: "", person: "", involvement: "unknown", ...each }));
  return allegationSentence({ allegation, acts, caseCount, perpetrators, answer, event, place, source: null }, { t: t as never, list: (items) => format.list(items, { type: "conjunction" }), locale });
}

describe("the sentence of an allegation", () => {
  test("says in one breath what, who says so, of whom, and what the police answer", () => {
    const by = [{ body: police }];
    expect(sentence("en", { by })).toBe("It is alleged by rights defenders that some of 5 people were beaten; said to be responsible: Полиция; the police have not commented.");
    expect(sentence("ru", { by, attributedTo: "правозащитники" })).toBe("Сообщается об избиении в отношении некоторых из 5 человек; источник сообщения: правозащитники; ответственными называют: Полиция; полиция не дала комментариев.");
    expect(sentence("kk", { by, attributedTo: "құқық қорғаушылар" })).toBe("Құқық қорғаушылар 5 адамның кейбірі ұрып-соғылған деп мәлімдеді; жауапты деп аталғандар: Полиция; полиция түсініктеме берген жоқ.");
  });

  test("names another body by its name in the reader’s language and joins several acts", () => {
    const given: Given = { acts: ["beating", "threats"], by: [{ body: camp, involvement: "direct" }], response: "denied", victimScope: "these", caseCount: 1 };
    expect(sentence("en", given)).toBe("It is alleged by rights defenders that 1 person was beaten and threatened; said to be responsible: Camp 7 (took a direct part); Camp 7 denies it.");
    expect(sentence("kk", { ...given, attributedTo: "анасы" })).toBe("Анасы 1 адам ұрып-соғылған және қорқытылған деп мәлімдеді; жауапты деп аталғандар: № 7 мекеме (тікелей қатысқан); № 7 мекеме мұны жоққа шығарды.");
  });

  test("tells of people at an event who are no cases, and of nobody’s answer where nobody was asked", () => {
    const rally: Given = { acts: ["excessive_force"], caseCount: 0, victimScope: "unknown", victimBound: "dozens", victimGroup: "қарапайым азаматтар.", response: "not_asked", event: { id: "e", title: "26 қазандағы митинг" } };
    expect(sentence("kk", { ...rally, attributedTo: "куәлар" })).toBe("Куәлар «26 қазандағы митинг» кезінде ондаған адам (қарапайым азаматтар) шектен тыс күш қолданудан зардап шеккен деп мәлімдеді; биліктен әлі сұралған жоқ.");
    expect(sentence("ru", { ...rally, attributedTo: "очевидцы" })).toBe("Сообщается о чрезмерном применении силы в отношении десятков человек (қарапайым азаматтар) во время события «26 қазандағы митинг»; источник сообщения: очевидцы; власти ещё не запрашивали.");
    expect(sentence("en", { ...rally, victimBound: "about", victimCount: 30, caseCount: 2, victimScope: "these", medicalAttention: "refused" })).toBe(
      "It is alleged by rights defenders that 2 people and about 30 more people (қарапайым азаматтар) were subjected to excessive force during the event “26 қазандағы митинг”; medical help is said to have been refused; the authorities have not been asked yet.",
    );
  });

  test("never names a person as a perpetrator, whoever reads", () => {
    for (const locale of locales) expect(sentence(locale, { by: [{ person: "Серік Сынақ" }, { body: camp, person: "Серік Сынақ" }] })).not.toContain("Серік");
  });

  test("counts in the grammar of each language", () => {
    const others = (victimBound: string, victimCount: number | null): Given => ({ caseCount: 0, victimBound, victimCount });
    expect(sentence("ru", others("at_least", 21))).toContain("в отношении не менее чем 21 человека; ");
    expect(sentence("ru", others("about", 12))).toContain("в отношении примерно 12 человек; ");
    expect(sentence("ru", { caseCount: 1, victimBound: "exact", victimCount: 2 })).toContain("в отношении 1 человека и ещё 2 человек; ");
    expect(sentence("kk", others("at_least", 3))).toContain(" кемінде 3 адам ұрып-соғылған деп ");
    expect(sentence("en", others("exact", 1))).toContain("that 1 person was beaten");
    expect(sentence("en", others("several", null))).toContain("that several people were beaten");
  });
});

const typed = fc.constantFrom("Ж. Б. <{адвокат}>", "his lawyer", "анасы;", "құқық қорғаушылар, ", "rights  defenders.", "Асхат Жексебаев, газетке айтқан сөзінде");
const maybe = fc.constantFrom("", "участники митинга", "«қарапайым» азаматтар;");
const facts = fc.record({
  acts: fc.subarray([...allegedActs], { minLength: 1, maxLength: 4 }),
  caseCount: fc.constantFrom(0, 1, 2, 5, 21),
  victimScope: fc.constantFrom(...victimScopes),
  victimBound: fc.constantFrom(...victimBounds),
  figure: fc.constantFrom(1, 2, 5, 21, 1200),
  victimGroup: maybe,
  attributedTo: typed,
  medicalAttention: fc.constantFrom(...medicalAttentions),
  verification: fc.constantFrom(...verifications),
  response: fc.constantFrom(...authorityResponses),
  event: fc.constantFrom(null, { id: "e", title: "Митинг." }),
  place: fc.constantFrom(null, { nameKk: "Алматы", nameRu: "Алматы", nameEn: "Almaty" }),
  whereText: maybe,
  by: fc.array(fc.record({ body: fc.constantFrom(null, police, camp), unit: maybe, involvement: fc.constantFrom(...involvements) }), { maxLength: 3 }),
  answer: fc.constantFrom(null, { body: null, asked: null, answered: null, note: "" }, { body: camp, asked: null, answered: null, note: "" }),
});

/** The end of every sentence, in each language, for every kind of body: exactly the authority's answer. */
function answersOf(locale: Locale, response: string): string[] {
  const t = createTranslator({ locale, messages: messages[locale] as Record<string, unknown> }) as unknown as (key: string, values: Record<string, string>) => string;
  const names = { en: "Camp 7", ru: "Учреждение № 7", kk: "№ 7 мекеме" };
  return ["police", "named", "other"].map((who) => `; ${t(`answer.${response}`, { who, agency: names[locale] })}.`);
}

describe.each([...locales])("in %s", (locale) => {
  test("whatever is told, it keeps who alleges it and the authority’s answer, and nothing is left open or doubled", () => {
    fc.assert(
      fc.property(facts, ({ figure, ...given }) => {
        const told = sentence(locale, { ...given, victimCount: countedBounds.includes(given.victimBound) ? figure : null });
        const by = given.attributedTo.replace(/\s+/g, " ").trim().replace(/[,;]$/, "").replace(/defenders\.$/, "defenders");
        expect(told.toLocaleLowerCase(locale)).toContain(by.toLocaleLowerCase(locale));
        expect(answersOf(locale, given.response).some((answer) => told.endsWith(answer)), told).toBe(true);
        expect(told).not.toMatch(/allegations\.|undefined|null|\{(?!адвокат)|[,;:.]\s*[,;:]|\.\.|\s[,;.:)]|\(\)|«»|“”| {2}/u);
        expect(told.charAt(0)).toBe(told.charAt(0).toLocaleUpperCase(locale));
      }),
      { numRuns: 400 },
    );
  });

  test("says each act, each answer and each bound in words of its own", () => {
    const said = (all: readonly string[], given: (value: string) => Given) => new Set(all.map((value) => sentence(locale, given(value)))).size;
    expect(said(allegedActs, (act) => ({ acts: [act] }))).toBe(allegedActs.length);
    expect(said(authorityResponses, (response) => ({ response }))).toBe(authorityResponses.length);
    expect(said(victimBounds, (victimBound) => ({ victimBound, victimCount: 5, caseCount: 0 }))).toBe(victimBounds.length);
    expect(said(medicalAttentions, (medicalAttention) => ({ medicalAttention }))).toBe(medicalAttentions.length);
    expect(said(verifications, (verification) => ({ verification }))).toBe(verifications.length);
    expect(said(involvements, (involvement) => ({ by: [{ body: camp, involvement }] }))).toBe(involvements.length);
  });
});
