import { describe, expect, it } from "vitest";
import { english, kazakh, russian } from "./founding-texts";
import { read, told, values } from "./reading";

const days = (text: string) => [...new Set(values("when", text))].sort();
const expectedDays = ["2019-10-04", "2019-10-16", "2019-10-22", "2019-10-26", "2019-10-29/2019-10-30", "2019-10-31T16:00~", "2019-11-04"];

describe.each([["Kazakh", kazakh], ["Russian", russian], ["English", english]])("the founding situation in %s", (language, text) => {
  const one = (value: string, kind = "when") => read(text).find((suggestion) => suggestion.kind === kind && suggestion.value === value);

  it("has every day, the hour and the day or two earlier", () => {
    expect(days(text).filter((day) => expectedDays.includes(day))).toEqual(expectedDays);
    if (language !== "English") expect(days(text)).toEqual(expectedDays);
    expect(one("2019-10-31T16:00~")?.field).toBe("release");
    expect(one("2019-11-04")).toMatchObject({ field: "stated_release", doubts: ["year_assumed", "speaker_unnamed"] });
    expect(one("2019-10-29/2019-10-30")).toMatchObject({ field: "release", doubts: ["from_publication"] });
    expect(one("2019-10-22")?.field).toBe("ruling");
  });

  it("has the term, the counts and their bounds", () => {
    expect(values("term", text)).toEqual(["P10D"]);
    const counts = values("count", text);
    for (const count of ["about:10", "exact:5", "exact:2", "tens:", "exact:26", "far_more:"]) expect(counts).toContain(count);
  });

  it("has the four cities, the court and the movement", () => {
    expect(new Set(values("place", text))).toEqual(new Set(["ALA", "AST", "AKB", "SHY"]));
    const institutions = values("institution", text).join(" | ");
    expect(institutions).toMatch(/соты|суд Алматы|Court of Almaty/);
    expect(institutions).toMatch(/демократиялық таңдауы|Демократический выбор Казахстана|Democratic Choice of Kazakhstan/);
    expect(institutions).toMatch(/ІІМ|МВД|Ministry of Internal Affairs/);
  });

  it("has the three names and nobody else", () => {
    const names = language === "English" ? ["Aidos", "Askhat Zheksebayev", "Noyan"] : ["Айдос", "Асхат Жексебаев", "Ноян"];
    expect([...new Set(values("name", text))].sort()).toEqual(names);
  });

  it("says who says so", () => {
    expect(one("2019-11-04")?.saidBy).toMatch(/^(?:ол|он|he)$/);
    expect(one("exact:26", "count")?.saidBy).toMatch(/^(?:ІІМ|МВД|Ministry of Internal Affairs)$/);
    expect(one("far_more:", "count")?.saidBy).toMatch(/құқық қорғаушылар|Правозащитники|rights defenders/);
    expect(one("P10D", "term")?.saidBy).toBe("");
  });
});

it("finds a person on record by the same words, in every case", () => {
  const people = [{ id: "p1", names: ["Askhat Zheksebayev", "Асхат Жексебаев"] }];
  expect(new Set(values("person", kazakh, { people }))).toEqual(new Set(["p1"]));
  expect(told("person", kazakh, { people })).toContain("Жексебаевтың = p1");
  expect(values("name", kazakh, { people })).toEqual(["Ноян", "Айдос"]);
  expect(told("person", russian, { people })).toContain("Жексебаева = p1");
});
