import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClaims } from "@/lib/claims/read-claims";
import { suggestionKinds, type Suggestion, type SuggestionKind } from "@/lib/claims/suggestion";
import { termOf } from "@/lib/model/ordered-term";
import { isUncertainDate } from "@/lib/model/uncertain-date";
import { english, kazakh, russian } from "./founding-texts";
import { known, read, values } from "./reading";

const people = [{ id: "p1", names: ["Асхат Жексебаев", "Askhat Zheksebayev"] }, { id: "p2", names: ["Ноян"] }];
const institutions = [{ id: "i1", kind: "agency", names: ["Министерство внутренних дел", "ІІМ"] }];
const all = { ...known, people, institutions };

const pieces = `${kazakh} ${russian} ${english}`.split(/(?<=\s)/u);
const odd = ["\u200b", "\u202e", "\u2066", "\u00ad", "\u0301", "\u0306", "🙂", "👩‍👩‍👧", "\ud800", "№", "«", "»", "\"", "—", "–", "-", ".", ",", "\n", "\r\n", "16:00", "31", "2019", "А.", "I", "ﬁ", "\u0000", "٣", "г."];
const anyText = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 2, arbitrary: fc.constantFrom(...odd) }, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 60 })
  .chain((parts) => fc.constantFrom("NFC", "NFD", "NFKD").map((form) => parts.join("").normalize(form)));

function check(text: string, found: readonly Suggestion[]): void {
  const ends = new Map(suggestionKinds.map((kind) => [kind, 0]));
  let last = 0;
  for (const one of found) {
    expect(one.quote).toBe(text.slice(one.start, one.end));
    expect(one.quote.trim()).toBe(one.quote);
    expect(one.end).toBeGreaterThan(one.start);
    expect(one.start).toBeGreaterThanOrEqual(Math.max(last, ends.get(one.kind) ?? 0));
    expect(one.sentence.start <= one.start && one.end <= one.sentence.end && one.sentence.end <= text.length).toBe(true);
    expect(text.slice(one.sentence.start, one.sentence.end)).toContain(one.saidBy);
    last = one.start;
    ends.set(one.kind, one.end);
    expect(one.value).not.toBe("");
    if (one.kind === "when") expect(isUncertainDate(one.value)).toBe(true);
    if (one.kind === "term") expect(termOf(one.value)).not.toBeNull();
    if (one.kind === "count") expect(one.value).toMatch(/^(?:(?:exact|about|at_least):\d+|(?:far_more|tens|hundreds):)$/);
    if (one.kind === "person") expect(people.map(({ id }) => id)).toContain(one.value);
  }
}

describe("the reader of texts", () => {
  it("never throws; quotes are exact, nothing of a kind overlaps, values read back", () => {
    fc.assert(fc.property(anyText, (text) => check(text, readClaims(text, all))), { numRuns: 1500 });
  }, 90_000);

  it("does the same for any string and any day of publication", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 12 }), (text, published) => check(text, readClaims(text, { ...all, published }))), { numRuns: 1500 });
  }, 90_000);

  it("reads composed and decomposed letters alike", () => {
    for (const text of [kazakh, russian, english]) {
      const plain = readClaims(text.normalize("NFC"), all).map(({ kind, value }) => [kind, value]);
      expect(readClaims(text.normalize("NFD"), all).map(({ kind, value }) => [kind, value])).toEqual(plain);
    }
  });

  it("reads words with invisible characters in them", () => {
    expect(values("place", "Шым\u200bкентте, \u2066Алматыда\u2069")).toEqual(["SHY", "ALA"]);
    expect(values("name", "кеше Асхат\u200b Жексе\u00adбаевты")).toEqual(["Асхат Жексебаев"]);
    expect(read("🙂🙂 31 қазанда")[0]).toMatchObject({ start: 5, quote: "31 қазанда" });
  });
});

const months = { kk: "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда", ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", en: "January February March April May June July August September October November December" };
const given = ["Ерлан", "Асхат", "Данияр", "Нұрлан", "Айгүл", "Мадина"];
const family = ["Қасымов", "Серіков", "Жұмабаев", "Оспанов", "Тулегенов", "Абдрахманов"];
const pad = (value: number) => String(value).padStart(2, "0");
const facts = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 1990, max: 2030 }), term: fc.integer({ min: 2, max: 60 }), count: fc.integer({ min: 2, max: 900 }), given: fc.constantFrom(...given), family: fc.constantFrom(...family), hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });

it("finds the date, term, count and name that a known sentence was made with", () => {
  fc.assert(fc.property(facts, fc.constantFrom("kk", "ru", "en"), (fact, language) => {
    const month = months[language].split(" ")[fact.month - 1] ?? "";
    const time = `${pad(fact.hour)}:${pad(fact.minute)}`;
    const text = {
      kk: `Кеше ${fact.given} ${fact.family}ты ${fact.year} жылғы ${fact.day} ${month} сағат ${time} шамасында ұстап, ${fact.term} тәулікке қамады; тағы ${fact.count} адам ұсталды.`,
      ru: `Вчера задержан ${fact.given} ${fact.family}: ${fact.day} ${month} ${fact.year} года около ${time}, арест на ${fact.term} суток; ещё ${fact.count} человек отпустили.`,
      en: `Police took ${fact.given} ${fact.family} on ${fact.day} ${month} ${fact.year} at about ${time}; he was jailed for ${fact.term} days, ${fact.count} people were freed.`,
    }[language];
    const found = read(text);
    const of = (kind: SuggestionKind) => found.filter((one) => one.kind === kind).map(({ value }) => value);
    expect(of("when")).toContain(`${fact.year}-${pad(fact.month)}-${pad(fact.day)}T${time}~`);
    expect([of("term"), of("count"), of("name")]).toEqual([[`P${fact.term}D`], [`exact:${fact.count}`], [`${fact.given} ${fact.family}`]]);
  }), { numRuns: 1000 });
}, 90_000);

describe("200,000 characters", () => {
  const units = ["а", "1 ", "1 мая ", "Аа Бб ", "он бес ", "16:00 31 октября ", "Районный суд ", "по данным ", "\"", "26 young ", "и 1 ", "31 октября - ", "г. А", "а\u0301", "2 days ago ", "Иванов ", "Ноян, ", "Алматы қаласының соты ", "а'", "а\n", "Нұр-"];
  it.each(units)("%j takes less than a second of work", (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length)).slice(0, 200_000);
    const work = () => {
      const before = process.cpuUsage();
      readClaims(text, all);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    // Work of this process, not time on a clock: the machine may be busy. The compiler and the collector work in it too, so one slow run is tried again.
    const first = work();
    expect(first < 1000 ? first : Math.min(work(), work())).toBeLessThan(1000);
  });
});
