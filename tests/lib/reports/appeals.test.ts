import { describe, expect, it } from "vitest";
import { findings } from "@/lib/reports/arbitrary-categories";
import type { ReportWords } from "@/lib/reports/report-words";
import { teller } from "@/lib/reports/letter";
import { suggestedMandates } from "@/lib/reports/mandates";
import type { OutCaseFile } from "@/lib/model/outgoing";
import { allegation, caseFile, data, empty, facility, full, moment, order, overdueNow, police } from "./case-fixtures";
import { builders, textsOf, whole, wordsOf } from "./words";

const told = async (file: OutCaseFile) => teller(data(file), await wordsOf("en", overdueNow));
const standings = async (file: OutCaseFile) => Object.fromEntries(findings(await told(file)).map(({ category, standing }) => [category, standing]));
const inside = (given: Partial<OutCaseFile> & { detentionKind?: string } = {}) => caseFile({ now: overdueNow, person: { displayName: "Аружан Сынақова" }, case: { detentionKind: given.detentionKind ?? "remand" }, moments: [moment("seized", "2026-03-13T09:00")], ...given } as Parameters<typeof caseFile>[0]);

describe("the categories of arbitrary detention", () => {
  it("are marked only as far as the record carries them", async () => {
    expect(await standings(empty())).toEqual({ I: "none", II: "none", III: "none", IV: "none", V: "none" });
    expect(await standings(full())).toEqual({ I: "supported", II: "supported", III: "alleged", IV: "none", V: "none" });
    expect(await standings(inside({ rights: ["iccpr_14", "iccpr_26"] }))).toEqual({ I: "none", II: "none", III: "supported", IV: "none", V: "supported" });
    expect(await standings(inside({ detentionKind: "deportation_custody" }))).toMatchObject({ IV: "open" });
    expect(await standings(inside({ allegations: [allegation({ acts: ["unlawful_apprehension"] })] }))).toMatchObject({ I: "alleged" });
    expect(await standings(inside({ events: [{ id: "id-event", title: "Наурыз митингі", link: "at", start: null, zone: "Asia/Almaty" }] }))).toMatchObject({ II: "open" });
  });

  it("rest on a date of release only as far as who named it: a source, the organisation, or the computation", async () => {
    const words = await wordsOf("en", overdueNow);
    const stated = inside({ stated: [{ id: "id-stated", version: 1, when: "2026-03-13", attributedTo: "a lawyer", masked: false, sourceId: null, note: "" }], detentionKind: "unknown" });
    expect(await standings(stated)).toMatchObject({ I: "alleged" });
    const set = full({ case: { expectedBasis: "override" } });
    expect(await standings(set)).toMatchObject({ I: "supported" });
    const said = { stated: whole(builders["urgent_appeal"]!(data(stated), words)), override: whole(builders["urgent_appeal"]!(data(set), words)), computed: whole(builders["urgent_appeal"]!(data(full()), words)) };
    expect(said.stated).toContain("The date of release that was named (13 March 2026, 24:00; by: a lawyer) has passed");
    expect(said.override).toContain("By the organisation’s own conclusion release was due");
    expect(said.computed).toContain("The term has run on every lawful reading of it");
    for (const text of [said.stated, said.override]) expect(text).not.toContain("every lawful reading");
    for (const [file, reason] of [[stated, "named by a source"], [set, "set by the organisation"], [full(), "detention after the term has run"]] as const) expect(whole(builders["special_procedures"]!(data(file), words))).toContain(reason);
  });

  it("are asked about where the record carries none", async () => {
    const complaint = builders["individual_complaint"]!(data(inside()), await wordsOf("en", overdueNow));
    expect(whole(complaint)).toContain("On which of the five categories is the detention arbitrary, and why?");
  });
});

describe("the model questionnaire", () => {
  /** The texts of one part, between its heading and the next of its level. */
  const partsOf = (file: OutCaseFile, words: ReportWords) => {
    const parts = new Map<string, string[]>();
    let part = "";
    for (const block of builders["individual_complaint"]!(data(file), words).blocks) {
      if (block.kind === "heading" && block.level === 1) part = block.text;
      else parts.set(part, [...(parts.get(part) ?? []), ...(block.kind === "added" ? [] : textsOf(block))]);
    }
    return parts;
  };

  it("tells each fact once, under the part that asks for it", async () => {
    const appeal = order({ id: "id-appeal", kind: "appeal", date: "2026-03-06", term: "P8D", articles: "744-бап" });
    const parts = partsOf(full({ moments: [moment("seized", "2026-03-01T15:00", police), moment("delivered", "2026-03-01T16:10", police), moment("admitted", "2026-03-02T19:00~", facility)], orders: [order({ articles: "488-бап 6-бөлік" }), appeal] }), await wordsOf("en", overdueNow));
    const [arrest, detention, steps] = ["II. Arrest", "III. Detention", "V. Steps taken inside the country"].map((title) => parts.get(title) ?? []);
    const all = [...parts.values()].flat();
    const stands = (text: string) => all.filter((each) => each.includes(text)).length;
    expect(arrest).toEqual(expect.arrayContaining(["Taken", "1 March 2026, 15:00", "Forces that carried it out", "Synaq city police"]));
    for (const label of ["Taken", "Place", "Taken by"]) expect(detention).not.toContain(label);
    expect([stands("1 March 2026, 15:00"), stands("488-бап 6-бөлік"), stands("Наурыз митингі")]).toEqual([1, 1, 1]);
    expect(detention).toEqual(expect.arrayContaining(["Length so far", "1 March 2026, 16:10", "2 March 2026, about 19:00", "488-бап 6-бөлік"]));
    expect(detention).not.toContain("6 March 2026");
    expect(steps).toEqual(expect.arrayContaining([expect.stringMatching(/appeal/i) as string, "6 March 2026", expect.stringMatching(/^8\sdays, 744-бап$/) as string]));
  });

  it("tells a release once, and asks for each thing that is missing once", async () => {
    const words = await wordsOf("en", overdueNow);
    const out = partsOf(inside({ moments: [moment("seized", "2026-03-01T15:00"), moment("released", "2026-03-05T10:00", null, "unknown")] }), words).get("III. Detention") ?? [];
    expect(out.filter((text) => text.includes("5 March 2026, 10:00"))).toHaveLength(1);
    expect(out).not.toContain("Places of detention and moments of custody");
    const kept = partsOf(inside({ moments: [moment("seized", "2026-03-01T15:00"), moment("admitted", null, facility)] }), words).get("III. Detention") ?? [];
    expect(kept.filter((text) => text === "Synaq special reception centre")).toHaveLength(1);
    const gaps = builders["individual_complaint"]!(data(empty()), words).blocks.flatMap((block) => (block.kind === "gap" ? [block.question] : []));
    expect(new Set(gaps).size).toBe(gaps.length);
    expect(gaps).toContain("Which law is named as the basis?");
  });
});

describe("an urgent appeal", () => {
  it("names the danger with whose word it is, and asks for it where none is on record", async () => {
    const words = await wordsOf("en", overdueNow);
    expect(whole(builders["urgent_appeal"]!(data(inside()), words))).toContain("What danger is there to life, health or integrity now?");
    const lost = inside({ moments: [moment("seized", "2026-03-10"), moment("contact_lost", "2026-03-12")] });
    expect(whole(builders["urgent_appeal"]!(data(lost), words))).toContain("Contact with the person is lost");
    expect(whole(builders["urgent_appeal"]!(data(inside({ allegations: [allegation({ acts: ["torture"], attributedTo: "a cellmate" })] })), words))).toContain("It is alleged by a cellmate that 1 person was tortured");
  });
});

describe("the mandates of special procedures", () => {
  const suggested = async (file: OutCaseFile) => suggestedMandates(await told(file)).map(({ mandate }) => mandate);

  it("follow from the acts alleged, the rights engaged and where the person is", async () => {
    expect(await suggested(full())).toEqual(["torture", "detention", "assembly", "expression"]);
    expect(await suggested(inside({ allegations: [allegation({ acts: ["enforced_disappearance"] })] }))).toEqual(["disappearances"]);
    expect(await suggested(inside({ moments: [moment("seized", "2026-03-10"), moment("contact_lost", "2026-03-12")] }))).toEqual(["disappearances"]);
    expect(await suggested(inside())).toEqual([]);
  });

  it("are asked for where nothing suggests one, and never guess who defends human rights", async () => {
    const words = await wordsOf("en", overdueNow);
    expect(whole(builders["special_procedures"]!(data(inside()), words))).toContain("To which mandate is this addressed?");
    expect(whole(builders["special_procedures"]!(data(full()), words))).toContain("Was the person working for human rights");
  });
});
