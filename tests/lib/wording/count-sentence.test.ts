import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { countReport, type CountWords, type ToldCount, type ToldOwn } from "@/lib/wording/count-sentence";
import { locales, type Locale } from "@/lib/i18n/locales";
import { countBounds, countCategories } from "@/lib/model/vocabularies";
import en from "@/messages/en/events.json";
import kk from "@/messages/kk/events.json";
import ru from "@/messages/ru/events.json";

const words = (locale: Locale): CountWords => ({
  t: createTranslator({ locale, messages: { en, ru, kk }[locale] }) as unknown as CountWords["t"],
  list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  locale,
});
const count = (given: Partial<ToldCount>): ToldCount => ({ id: "a", attributedTo: "The Ministry of Internal Affairs", category: "detained", bound: "exact", figure: 26, figureTo: null, comparedToId: null, places: [], inCities: true, asOf: "", ...given });

const founding = (names: [string, string], cities: string[]): ToldCount[] => [count({ attributedTo: names[0], places: cities }), count({ id: "b", attributedTo: names[1], bound: "far_more", figure: null, comparedToId: "a" })];
const ours: ToldOwn[] = [{ category: "detained", total: 9, named: 4, eve: 5 }];

describe("the sentence for a report", () => {
  test("in English", () => {
    expect(countReport(founding(["the Ministry of Internal Affairs", "rights defenders"], ["Almaty", "Nur-Sultan"]), ours, words("en")).join(" ")).toBe(
      "The Ministry of Internal Affairs reported 26 people detained in Almaty and Nur-Sultan; rights defenders said that far more people were detained than the Ministry of Internal Affairs reported. We have recorded 9 people detained, 4 of them by name, 5 of them on its eve.",
    );
  });

  test("in Russian", () => {
    expect(countReport(founding(["Министерство внутренних дел", "правозащитники"], ["Алматы", "Нур-Султан"]), ours, words("ru")).join(" ")).toBe(
      "Число задержанных в городах Алматы и Нур-Султан — 26 (кто сообщает: Министерство внутренних дел); число задержанных намного больше, чем сообщает другой источник — Министерство внутренних дел (кто сообщает: правозащитники). В наших записях число задержанных — 9, из них известны по имени — 4; накануне — 5.",
    );
  });

  test("in Kazakh", () => {
    expect(countReport(founding(["Ішкі істер министрлігі", "құқық қорғаушылар"], ["Алматы", "Нұр-Сұлтан"]), ours, words("kk")).join(" ")).toBe(
      "Ішкі істер министрлігі Алматы және Нұр-Сұлтан қалаларында 26 адам ұсталғанын хабарлады; құқық қорғаушылар ұсталғандар Ішкі істер министрлігі атаған саннан әлдеқайда көп екенін айтты. Біз 9 адам ұсталғанын тіркедік, олардың ішінде аты-жөні белгілісі – 4; қарсаңында ұсталғаны – 5.",
    );
  });

  test("says the day, and a place that is not a city", () => {
    const told = [count({ bound: "at_least", figure: 1, places: ["North Region"], inCities: false, asOf: "26 October 2019" })];
    expect(countReport(told, [], words("en"))).toEqual(["The Ministry of Internal Affairs reported at least 1 person detained in North Region, as of 26 October 2019."]);
    expect(countReport(told, [], words("ru"))[0]).toContain("число задержанных (North Region), по состоянию на 26 October 2019, — не менее 1".slice(1));
  });
});

const letters = fc.stringMatching(/^[\p{L}{}'<>#]{3,12}$/u);
/** Every way in which a count can be told, with a name that cannot stand in the words of any language. */
const anyCount = fc.record({
  name: letters,
  category: fc.constantFrom(...countCategories),
  bound: fc.constantFrom(...countBounds),
  figure: fc.integer({ min: 0, max: 900 }),
  more: fc.integer({ min: 1, max: 90 }),
  places: fc.subarray(["Almaty", "Astana", "Aktobe", "Shymkent"]),
  inCities: fc.boolean(),
  asOf: fc.constantFrom("", "26 October"),
  compared: fc.boolean(),
});
const manyCounts = fc.array(anyCount, { minLength: 1, maxLength: 6 }).map((given) =>
  given.map(({ name, category, bound, figure, more, places, inCities, asOf, compared }, at): ToldCount => ({
    id: String(at),
    attributedTo: `§${at}${name}§`,
    category,
    bound,
    figure: bound === "tens" || bound === "far_more" ? null : figure,
    figureTo: bound === "range" ? figure + more : null,
    comparedToId: bound === "far_more" && compared && at > 0 ? String(at - 1) : null,
    places,
    inCities,
    asOf,
  })),
);
const manyOwn = fc.subarray([...countCategories]).chain((categories) => fc.tuple(...categories.map((category) => fc.record({ total: fc.nat(900), named: fc.nat(9), eve: fc.nat(9) }).map((own) => ({ category, ...own })))));

describe.each(locales)("in every combination, in %s,", (locale) => {
  test("each counter's figure keeps the name of whoever counted it, and no figure stands there that nobody told", () => {
    fc.assert(
      fc.property(manyCounts, manyOwn, (counts, own) => {
        const report = countReport(counts, own, words(locale));
        const clauses = report.join(" ").split("; ").join("|").split(/\.(?: |$)|\|/);
        for (const each of counts) {
          const mine = clauses.filter((clause) => clause.includes(each.attributedTo));
          expect(mine.length, each.attributedTo).toBeGreaterThan(0);
          for (const figure of [each.figure, each.figureTo]) if (figure !== null) expect(mine.some((clause) => clause.includes(String(figure)))).toBe(true);
          if (each.bound === "far_more") expect(mine.some((clause) => /far more|намного больше|әлдеқайда көп/.test(clause))).toBe(true);
        }
        const told = new Set([...counts.flatMap(({ figure, figureTo, asOf }) => [figure, figureTo, ...(asOf ? [26] : [])]), ...own.flatMap(({ total, named, eve }) => [total, named, eve])].filter((figure) => figure !== null).map(String));
        const plain = counts.reduce((text, { attributedTo }) => text.replaceAll(attributedTo, ""), report.join(" "));
        for (const [figure] of plain.matchAll(/\d+/g)) expect(told.has(figure), figure).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(countBounds.flatMap((bound) => countCategories.map((category) => [bound, category] as const)))("%s %s reads as words", (bound, category) => {
    const figures = bound === "tens" || bound === "far_more" ? { figure: null } : { figure: 30, figureTo: bound === "range" ? 50 : null };
    const [sentence = ""] = countReport([count({ ...figures, bound, category, attributedTo: "Ada", places: ["Almaty"] })], [], words(locale));
    expect(sentence).toContain("Ada");
    expect(sentence).not.toMatch(/sentence\.|count\.|  /);
  });
});
