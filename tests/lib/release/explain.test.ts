import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { invalidCodes, unsupportedCodes, warningCodes } from "@/lib/release/codes";
import { estimateRelease } from "@/lib/release/estimate";
import type { CaseFacts, EstimateOrder } from "@/lib/release/estimate";
import { explain, ruleKey } from "@/lib/release/explain";
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
  { moments: seized, orders: [arrest, { ...arrest, id: "o2", date: "2019-10-30", term: { d: 5 } }], observed: "2019-12-01" },
  { moments: seized, orders: [arrest, { ...arrest, id: "o2", date: "2019-10-30", term: { d: 5 }, relation: "consecutive" }] },
  { moments: seized, orders: [arrest, { ...arrest, id: "o2", date: "2019-10-30", term: { d: 5 }, relation: "concurrent" }] },
  { moments: seized, orders: [arrest, { ...arrest, id: "o2", kind: "appeal", date: "2019-10-28", term: { d: 5 } }] },
  { moments: seized, orders: [arrest, { ...arrest, id: "o2", kind: "appeal", date: null, term: { d: 5 } }, { ...arrest, id: "o3", kind: "annulment", date: null, term: null }] },
  {
    moments: seized,
    jurisdiction: "RU",
    zone: "Europe/Moscow",
    detentionKind: "imprisonment",
    orders: [{ ...arrest, kind: "sentence", date: "2021-06-15", term: { y: 2 } }, { ...arrest, id: "o2", kind: "sentence", date: "2021-07-15", term: { m: 2 }, relation: "consecutive", servedShare: "2/3" }],
    adjustments: [{ id: "a", kind: "remand", from: "2020-12-16", to: "2021-07-14", days: null, ratio: null }, { id: "b", kind: "escape", from: null, to: null, days: 3, ratio: null }],
  },
  { moments: seized, orders: [arrest], overrides: [{ ruleId: "kz.arrest.counting", version: 2, source: "A lawyer", value: '{"exact":"INCLUSIVE_DAYS","window":["INCLUSIVE_DAYS"]}' }] },
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
      "reason.wholeWindow",
      "law.unconfirmed.kz-arrest-counting",
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
    for (const situation of situations) for (const { key, params: given, law } of reasons(situation)) {
      const params = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, name.endsWith("Span") ? "1 – 2" : value]));
      expect(`${say(key, params)}${law === undefined ? "" : say(`law.title.${ruleKey(law)}`)}`).not.toMatch(/reason\.|law\.|[{}]|undefined| {2}| \./);
    }
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
