import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import type { Destination } from "@/lib/model/destination";
import { allegedActs, authorityResponses, complaintKinds, complaintOutcomes, detentionKinds, engagedRights, medicalAttentions, momentKinds, orderKinds, releaseKinds, verifications, victimBounds, victimScopes } from "@/lib/model/vocabularies";
import type { Letter } from "@/lib/reports/letter";
import { mandates } from "@/lib/reports/mandates";
import { anyUncertainDate } from "../model/uncertain-date-arbitrary";
import { allegation, caseFile, court, data, disclosed, empty, facility, full, moment, order, overdueNow, police, zone } from "./case-fixtures";
import { allTexts, builders, textsOf, whole, wordsOf } from "./words";

const kinds = Object.keys(builders);
const partner: Destination = { profile: "partner", recipientId: "id-recipient", audience: "un_bodies", purpose: "complaint" };
const everybody: Destination = { profile: "public", recipientId: "public", audience: "public", purpose: "publication" };

/** Ids, codes and dates as they are stored have no place in what people read. */
const raw = /undefined|null|NaN|\[object|\bid-|\bP\d+[YMWD]|\bPT\d|\d{4}-\d\d|\.\.\/|T\d\d:\d\d|letters\.|vocab\.|_[a-z]|\{[a-z]/;

/** A term is added and a year beside is looked at: the first and the last years that can be typed have none. */
const inEngine = (date: string): boolean => !/190\d|219\d|2200/.test(date);

/** Every gap asks something and says why; every slot for a text has a name of its own. */
function wellFormed(letter: Letter): void {
  for (const block of letter.blocks) if (block.kind === "gap") expect([block.question.length, block.why.length].every((length) => length > 10), block.question).toBe(true);
  const slots = letter.blocks.flatMap((block) => (block.kind === "added" ? [block.slot] : []));
  expect(new Set(slots).size).toBe(slots.length);
  for (const block of letter.blocks) if (block.kind === "table") for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
}

describe.each(locales)("documents about one case, in %s", (locale) => {
  it.each(kinds)("%s tells a full record in words alone", async (kind) => {
    const letter = builders[kind]!(data(full()), await wordsOf(locale, overdueNow));
    wellFormed(letter);
    expect(letter.refusal ?? null).toBeNull();
    // The reference of the case is a number that people use.
    for (const text of allTexts(letter)) expect(text.replace("SYN-2026-0007", "").replace("application/pdf", "")).not.toMatch(raw);
  });

  it.each(kinds)("%s says of an empty record what is not known, and invents nothing", async (kind) => {
    const letter = builders[kind]!(data(empty()), await wordsOf(locale, overdueNow));
    wellFormed(letter);
    for (const text of allTexts(letter)) expect(text.replace("SYN-2026-0007", "")).not.toMatch(raw);
    const said = whole(letter).replace("SYN-2026-0007", "");
    // The only day that may be named is today's.
    expect([...said.matchAll(/\b(19|20)\d\d\b/g)].map(([year]) => year).filter((year) => year !== "2026")).toEqual([]);
    expect([...said.matchAll(/(\d+) (?:March|марта|наурыз)/g)].map(([, day]) => day).filter((day) => day !== "14")).toEqual([]);
    if (kind === "case_dossier") expect(letter.blocks.filter((block) => block.kind === "list").at(-1)).toMatchObject({ items: { length: 9 } });
    else expect(letter.blocks.filter((block) => block.kind === "gap").length).toBeGreaterThan(0);
  });

  it.each(kinds)("%s says of every allegation who makes it", async (kind) => {
    const words = await wordsOf(locale, overdueNow);
    // The mandates of the United Nations are called after what they are about.
    const names = mandates.map((mandate) => words.room("letters")(`sp.mandate.${mandate}`));
    const by = fc.constantFrom("мать", "a cellmate", "құқық қорғаушылар", "адвокаты");
    const some = fc.record({
      attributedTo: by,
      masked: fc.boolean(),
      acts: fc.uniqueArray(fc.constantFrom(...allegedActs), { minLength: 1, maxLength: 4 }),
      when: fc.option(anyUncertainDate),
      description: fc.constantFrom("", "MARK-описание"),
      injuries: fc.constantFrom("", "MARK-injuries"),
      medicalNote: fc.constantFrom("", "MARK-medical"),
      forcedStatement: fc.constantFrom("", "MARK-forced"),
      victimScope: fc.constantFrom(...victimScopes),
      victimBound: fc.constantFrom(...victimBounds),
      victimCount: fc.option(fc.integer({ min: 1, max: 40 })),
      medicalAttention: fc.constantFrom(...medicalAttentions),
      verification: fc.constantFrom(...verifications),
      response: fc.constantFrom(...authorityResponses),
    });
    fc.assert(
      fc.property(some, (given) => {
        const told = allegation({ ...given, perpetrators: [{ id: "id-perp", body: police, unit: "", person: "CANARY-OFFICER", involvement: "direct" }], answer: { body: police, asked: null, answered: null, note: "MARK-answer" } });
        const letter = builders[kind]!(data(full({ allegations: [told] })), words);
        const who = given.masked ? words.room("letters")("protected") : given.attributedTo;
        const about = letter.blocks.flatMap(textsOf).map((text) => names.reduce((rest, name) => rest.replace(name, ""), text)).filter((text) => given.acts.some((act) => text.includes(words.room("allegations")(`act.${act}`))) || text.includes("MARK-"));
        for (const text of about) expect(text.toLowerCase()).toContain(who.toLowerCase());
        if (!kind.startsWith("overdue")) expect(about.length).toBeGreaterThan(0);
        if (given.masked) expect(whole(letter).replaceAll(words.room("letters")("protected"), "")).not.toContain("cellmate");
        expect(whole(letter)).not.toContain("CANARY-OFFICER");
      }),
      { numRuns: 12 },
    );
  });

  it.each(kinds)("%s is in words whatever the record holds", async (kind) => {
    const words = await wordsOf(locale, overdueNow);
    const when = fc.option(anyUncertainDate.filter(inEngine));
    const record = fc.record({
      detentionKind: fc.constantFrom(...detentionKinds),
      moments: fc.array(fc.tuple(fc.constantFrom(...momentKinds), when, fc.option(fc.constantFrom(facility, police)), fc.option(fc.constantFrom(...releaseKinds))), { maxLength: 4 }),
      orders: fc.array(fc.tuple(fc.constantFrom(...orderKinds), when, fc.constantFrom(null, "P10D", "P1Y6M", "PT48H", "LIFE")), { maxLength: 2 }),
      stated: fc.array(anyUncertainDate.filter(inEngine), { maxLength: 2 }),
      rights: fc.uniqueArray(fc.constantFrom(...engagedRights), { maxLength: 4 }),
      complaints: fc.array(fc.tuple(fc.constantFrom(...complaintKinds), when, fc.constantFrom(...complaintOutcomes)), { maxLength: 2 }),
      destination: fc.constantFrom(partner, everybody, data(empty()).destination),
      named: fc.boolean(),
    });
    fc.assert(
      fc.property(record, ({ detentionKind, moments, orders, stated, rights, complaints, destination, named }) => {
        const file = caseFile({
          now: overdueNow,
          case: { detentionKind },
          person: { named, displayName: named ? "Аружан Сынақова" : "P-7K3QXD2M" },
          moments: moments.map(([name, at, where, how], i) => ({ ...moment(name, at, where, how), id: `id-moment-${i}` })),
          orders: orders.map(([name, date, term], i) => order({ id: `id-order-${i}`, kind: name, date, term })),
          stated: stated.map((at, i) => ({ id: `id-stated-${i}`, version: 1, when: at, attributedTo: "газет", masked: false, sourceId: null, note: "" })),
          rights,
          allegations: [allegation({ complaints: complaints.map(([name, filed, outcome], i) => ({ id: `id-complaint-${i}`, kind: name, body: null, filed, answerDue: null, outcome, note: "" })) })],
        });
        const letter = builders[kind]!(data(file, destination), words);
        wellFormed(letter);
        for (const text of allTexts(letter)) expect(text.replace("SYN-2026-0007", "")).not.toMatch(raw);
      }),
      { numRuns: 25 },
    );
  });
});

describe("what leaves the house", () => {
  const canaries = ["CANARY-FAMILY", "CANARY-OFFICER", "CANARY-MASKED", "CANARY-SPEAKER"];

  it.each(kinds)("%s never tells of the family's contact, an officer's name or a protected speaker, not even in the house", async (kind) => {
    const said = whole(builders[kind]!(data(full()), await wordsOf("ru", overdueNow)));
    for (const canary of canaries) expect(said).not.toContain(canary);
  });

  it("names no judge outside the dossier, and health only in what asks for it", async () => {
    const words = await wordsOf("en", overdueNow);
    const telling = (canary: string) => kinds.filter((kind) => whole(builders[kind]!(data(full()), words)).includes(canary));
    expect(telling("CANARY-JUDGE")).toEqual(["case_dossier"]);
    expect(telling("CANARY-HEALTH")).toEqual(["urgent_appeal"]);
    expect(telling("CANARY-INJURY")).toEqual(["case_dossier", "urgent_appeal", "individual_complaint", "special_procedures"]);
  });

  it.each(kinds)("%s uses no exact computation beside dates that were told less exactly", async (kind) => {
    const said = whole(builders[kind]!(data(disclosed(full(), "partner", false), partner), await wordsOf("en", overdueNow, "partner")));
    expect(said).not.toMatch(/\d\d:\d\d(?<!24:00|09:30)/);
    for (const secret of ["Ерлан", "Yerlan", ...canaries, "CANARY-HEALTH", "CANARY-INJURY", "Дана", "мұғалім", "1991", "SYN-2026"]) expect(said).not.toContain(secret);
    expect(said).toContain("P-PSEUDONYM");
    if (["urgent_appeal", "individual_complaint", "special_procedures"].includes(kind)) expect(said).toContain("No consent to be named to this receiver is on record");
  });

  it.each(kinds)("%s tells everybody nothing of who it is, of bodies and rooms, of hours or of health", async (kind) => {
    for (const locale of locales) {
      const said = whole(builders[kind]!(data(disclosed(full(), "public", false), everybody), await wordsOf(locale, overdueNow, "public")));
      for (const secret of ["Ерлан", "Yerlan", ...canaries, "CANARY-HEALTH", "CANARY-INJURY", "Дана", "мұғалім", "1991", "15:00", "16:10", "23:00", "2-бөлімше", "Тергеу кезінде", "дәрігер шақырылмаған", "хаттамаға қол", "аааа", "b".repeat(64), "үкім.pdf", "көшірмесі", "қабылдау", "reception", "приёмник", "он тәулікке"]) expect(said, locale).not.toContain(secret);
    }
  });

  it("says in an appeal that consent was checked only where it was", async () => {
    const words = await wordsOf("en", overdueNow);
    const texts = (destination: Destination) => whole(builders["individual_complaint"]!(data(full(), destination), words));
    expect(texts(partner)).toContain("recorded by the organisation");
    expect(texts(data(empty()).destination)).toContain("consent was not checked");
    expect(texts(data(empty()).destination)).not.toContain("recorded by the organisation");
  });
});

describe("the record in the dossier", () => {
  it("keeps stated, computed and observed apart, with every reading and its doubts", async () => {
    const file = full({ moments: [moment("seized", "2026-03-01T15:00", police), moment("released", "2026-03-12T10:00", null, "term_served")] });
    const { blocks } = builders["case_dossier"]!(data(file), await wordsOf("en", overdueNow));
    const facts = blocks.find((block) => block.kind === "facts" && block.rows.some(({ label }) => label === "Computed"));
    expect(facts).toMatchObject({ rows: [{ label: "Stated by sources", value: "адвокаты says: 11 March 2026" }, { label: "Computed", value: "11 March 2026, 15:00 (Whole 24-hour days)" }, { label: "Observed", value: "12 March 2026, 10:00, term served. Against the computation: later than expected" }] });
    const readings = blocks.find((block) => block.kind === "table" && block.caption.startsWith("Every reading"));
    expect(readings).toMatchObject({ rows: [["Whole 24-hour days", "11 March 2026, 15:00", "counting rule not confirmed", "fits", "1 day later"], expect.anything(), expect.anything(), expect.anything()] as unknown });
    // The last reading that the rule allows ends with the 11th: ten hours before the release, not nineteen.
    expect(blocks).toContainEqual(expect.objectContaining({ kind: "note", text: expect.stringMatching(/at least 10\u00a0h/) as unknown }));
  });

  it("orders the timeline by what its dates can mean, and puts what has none last", async () => {
    const { blocks } = builders["case_dossier"]!(data(full()), await wordsOf("en", overdueNow));
    const timeline = blocks.find((block) => block.kind === "table" && block.caption.startsWith("Events in the order"));
    const dates = timeline?.kind === "table" ? timeline.rows.map(([when]) => when) : [];
    expect(dates).toEqual(["1 March 2026", "1 March 2026, 15:00", "1 March 2026, 16:10", "1 March 2026, about 23:00", "2 March 2026", "2 March 2026, about 19:00", "4 March 2026", "5 March 2026", "6 March 2026", "11 March 2026", "not known"]);
  });

  it("lists the evidence with its hashes and sizes", async () => {
    const said = whole(builders["case_dossier"]!(data(full()), await wordsOf("en", overdueNow)));
    expect(said).toContain("b".repeat(64));
    expect(said).toContain("48,213");
    expect(said).toContain("a".repeat(64));
  });

  it("tells the founding case without a name for the hour that nobody recorded", async () => {
    const now = Date.parse("2019-11-05T09:00:00+06:00");
    const file = caseFile({
      now,
      person: { displayName: "Асхат Жексебаев", names: [{ text: "Askhat Zheksebayev", kind: "transliteration" }], sex: "male", occupation: "белсенді" },
      case: { agency: null },
      moments: [moment("released", "2019-10-31T16:00~", null, "term_served")],
      orders: [order({ court, date: "2019-10-22" })],
      events: [{ id: "id-arbat", title: "Арбаттағы акция", link: "penalised_for", start: "2019-10-16", zone }],
      rights: ["iccpr_9", "iccpr_19", "iccpr_21"],
      sources: [{ id: "id-report", masked: false, kind: "article", title: "Белсенді босап шықты", publisher: "Газет", author: "", url: "", language: "kk", published: "2019-10-31", sha256: "c".repeat(64), reliability: "unknown" }],
      claims: [{ id: "id-claim", sourceId: "id-report", field: "release", quote: "түстен кейін төрттер шамасында шықты", valueKind: "when", value: "2019-10-31T16:00~", saidBy: "", followed: true }],
    });
    const letter = builders["case_dossier"]!(data(file), await wordsOf("kk", now));
    const said = whole(letter);
    expect(said).toContain("ең кеші: 2019 жылғы 22 қазан");
    expect(said).toContain("2019 жылғы 31 қазан, шамамен сағат 16:00");
    expect(said).toContain("2019 жылғы 31 қазан – 1 қараша");
    expect(said).toContain("Адамның қашан ұсталғаны.");
    expect(said).toContain("түстен кейін төрттер шамасында шықты");
    const complaint = builders["individual_complaint"]!(data(file), await wordsOf("en", now));
    expect(complaint.blocks).toContainEqual(expect.objectContaining({ kind: "gap", question: "When was the person taken? An approximate date is enough." }));
    const urgent = builders["urgent_appeal"]!(data(file), await wordsOf("en", now));
    expect(urgent.refusal).toBe("not_held");
    expect(builders["overdue_facility"]!(data(file), await wordsOf("en", now)).refusal).toBe("not_overdue");
  });
});
