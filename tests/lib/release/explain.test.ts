import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { invalidCodes, unsupportedCodes, warningCodes } from "@/lib/release/codes";
import { estimateRelease } from "@/lib/release/estimate";
import type { CaseFacts, EstimateOrder } from "@/lib/release/estimate";
import { explain } from "@/lib/release/explain";
import enLaw from "@/messages/en/law.json";
import en from "@/messages/en/release.json";
import kkLaw from "@/messages/kk/law.json";
import kk from "@/messages/kk/release.json";
import ruLaw from "@/messages/ru/law.json";
import ru from "@/messages/ru/release.json";

const messages = { en: { release: en, law: enLaw }, ru: { release: ru, law: ruLaw }, kk: { release: kk, law: kkLaw } };
type Say = (key: string, params?: Record<string, string | number>) => string;
const translators = Object.entries(messages).map(([locale, rooms]) => {
  const errors: string[] = [];
  const t = createTranslator({ locale, messages: rooms, onError: (error) => errors.push(error.message) }) as unknown as Say;
  return { locale, errors, say: ((key, params) => t(key.startsWith("law.") ? key : `release.${key}`, params)) as Say };
});

const empty: CaseFacts = { zone: "Asia/Almaty", jurisdiction: "KZ", detentionKind: "administrative_arrest", moments: [], orders: [], adjustments: [], overrides: [], stated: [], observed: null };
const arrest: EstimateOrder = { id: "o1", kind: "administrative_arrest", date: "2019-10-22", term: { d: 10 }, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesTo: null, servedShare: null };
const reasons = (facts: Partial<CaseFacts>) => explain(estimateRelease({ ...empty, ...facts }, "test"));
const seized: CaseFacts["moments"] = [{ kind: "seized", when: "2019-10-21T16:00" }];

const situations: Partial<CaseFacts>[] = [
  { orders: [arrest], observed: "2019-10-31T16:00~" },
  { stated: [{ id: "s", when: "2019-11-04" }] },
  { moments: seized, orders: [arrest], stated: [{ id: "s", when: "2019-11-04" }, { id: "t", when: "2019-10-30" }, { id: "u", when: "2019-10-31" }], observed: "2019-11-02T18:45" },
  { moments: [{ kind: "admitted", when: "2019-10-21/2019-10-25" }], orders: [{ ...arrest, date: null }], observed: "2019-10-25" },
  { orders: [{ ...arrest, countFrom: "written", countFromWhen: "2019-10-22T18:30" }], observed: "2019-10-20/.." },
  { moments: seized, orders: [{ ...arrest, kind: "administrative_detention", term: { h: 48 } }] },
  { moments: seized, detentionKind: "imprisonment", orders: [{ ...arrest, kind: "sentence", term: { y: 2, m: 6 } }] },
  { moments: seized, detentionKind: "unknown", orders: [{ ...arrest, kind: "sentence" }] },
  { moments: seized, orders: [{ ...arrest, kind: "administrative_detention", term: { d: 3 } }] },
  { moments: seized, orders: [arrest, { ...arrest, id: "o2", kind: "amnesty", date: "2019-10-25", term: null }] },
  { moments: seized, orders: [{ ...arrest, term: "LIFE" }] },
  { orders: [{ ...arrest, date: null }] },
  { moments: [{ kind: "seized", when: "2019-10-21T16:00~" }], orders: [arrest] },
];

describe("why this date", () => {
  it("says that only the ruling is known, and how each reading ends", () => {
    expect(reasons(situations[0]!).map(({ key }) => key)).toEqual([
      "reason.rulingOnly",
      "reason.countFromNotStated",
      "reason.startUncertain",
      "reason.term",
      "reason.reading.elapsedDay",
      "reason.reading.inclusiveDay",
      "reason.reading.exclusiveDay",
      "law.unconfirmed.kz-arrest-counting",
      "reason.wholeWindow",
      "reason.observedOnTime",
    ]);
  });

  it("says that a stated date stands alone when no term is known", () => {
    expect(reasons(situations[1]!)).toEqual([
      { key: "reason.termUnknown", params: {} },
      { key: "reason.statedOnly", params: { statedDate: "2019-11-04" } },
    ]);
  });

  it("names gaps with their size", () => {
    expect(reasons(situations[2]!).slice(-4)).toEqual([
      { key: "reason.statedLater", params: { statedDate: "2019-11-04", days: 4 } },
      { key: "reason.statedEarlier", params: { statedDate: "2019-10-30", days: 1 } },
      { key: "reason.statedAgrees", params: { statedDate: "2019-10-31" } },
      { key: "reason.observedLate", params: { releasedDate: "2019-11-02T18:45", days: 2, hours: 2, minutes: 45 } },
    ]);
  });

  it.each(translators.map((translator) => [translator.locale, translator] as const))("every sentence can be said in %s", (_locale, { say, errors }) => {
    for (const situation of situations) for (const { key, params } of reasons(situation)) expect(say(key, params)).not.toMatch(/reason\.|law\.|[{}]|undefined| {2}| \./);
    for (const code of [...invalidCodes, ...unsupportedCodes, ...warningCodes]) say(`warning.${code}`);
    expect(errors).toEqual([]);
  });

  it("a term reads as a sentence", () => {
    const [english, russian, kazakh] = translators.map(({ say }) => say("reason.term", { y: 0, m: 2, w: 0, d: 10, h: 0 }));
    expect(english).toBe("The term is 2 months 10 days.");
    expect(russian).toBe("Назначенный срок: 2 месяца 10 суток.");
    expect(kazakh).toBe("Тағайындалған мерзім: 2 ай 10 тәулік.");
  });
});
