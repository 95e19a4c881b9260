import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { allegationSentence, type AllegationFacts } from "@/components/allegations/allegation-sentence";
import { locales, type Locale } from "@/lib/i18n/locales";
import { allegedActs, authorityResponses, victimScopes } from "@/lib/model/vocabularies";
import en from "@/messages/en/allegations.json";
import kk from "@/messages/kk/allegations.json";
import ru from "@/messages/ru/allegations.json";

const messages = { en, ru, kk };

type Given = Partial<Omit<AllegationFacts, "allegation">> & Partial<AllegationFacts["allegation"]>;

function sentence(locale: Locale, { acts = ["beating"], caseCount = 5, agency = null, agencyKind = null, ...given }: Given = {}): string {
  const t = createTranslator({ locale, messages: messages[locale] as Record<string, unknown> });
  const format = createFormatter({ locale });
  const allegation = {
    id: "a",
    when: null,
    whereText: "",
    description: "",
    victimScope: "some_of_these",
    attributedTo: "rights defenders",
    sourceId: null,
    perpetrator: "",
    verification: "alleged",
    response: "no_comment",
    responseWhen: null,
    responseNote: "",
    withdrawn: null,
    ...given,
  };
  return allegationSentence({ allegation, acts, caseCount, agency, agencyKind, source: null }, t as unknown as (key: string) => string, (items) => format.list(items, { type: "conjunction" }), locale);
}

describe("the sentence of an allegation", () => {
  test("says in one breath what, who says so, of whom, and what the police answer", () => {
    const police = { agency: "Полиция", agencyKind: "police" };
    expect(sentence("en", police)).toBe("Beating is alleged by rights defenders, of some of 5 people; the police have not commented.");
    expect(sentence("ru", { ...police, attributedTo: "правозащитники" })).toBe("Сообщается: избиение (кто сообщает: правозащитники); предполагаемые пострадавшие — некоторые из 5 человек; полиция не дала комментариев.");
    expect(sentence("kk", { ...police, attributedTo: "құқық қорғаушылар" })).toBe("Мәлімделгені: ұрып-соғу (айтқан: құқық қорғаушылар); болжамды зардап шеккендер — 5 адамның кейбірі; полиция түсініктеме берген жоқ.");
  });

  test("names another body by its name and joins several acts", () => {
    const told = sentence("en", { acts: ["beating", "threats"], agency: "Camp 7", agencyKind: "facility", response: "denied", victimScope: "these", caseCount: 1 });
    expect(told).toBe("Beating and intimidation by threats are alleged by rights defenders, of 1 person; Camp 7 denies it.");
  });

  test("keeps the attribution and an answer for every act, scope and response in every language", () => {
    for (const locale of locales) {
      for (const act of allegedActs) {
        for (const victimScope of victimScopes) {
          for (const response of authorityResponses) {
            const told = sentence(locale, { acts: [act], victimScope, response, attributedTo: "Ж. Б. <{адвокат}>" });
            expect(told).toContain("Ж. Б. <{адвокат}>");
            expect(told).toMatch(/; [^;]+\.$/u);
            expect(told).not.toMatch(/allegations\.|undefined|\{\w+[,}]/);
          }
        }
      }
    }
  });
});
