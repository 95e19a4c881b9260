import { expect, it } from "vitest";
import { foundByWords, pageOf } from "@/lib/names/found-by-words";

const titles = ["Митинг на площади", "Action on the Arbat", "Пикет у суда"];
const found = (query: string) => foundByWords(titles, query, (title) => [title]);

it("finds by every word, in any script and letter case", () => {
  expect(found("АРБАТ")).toEqual(["Action on the Arbat"]);
  expect(found("площади митинг")).toEqual(["Митинг на площади"]);
  expect(found("митинг суда")).toEqual([]);
});

it("looks for one or two letters only at the beginning of words", () => {
  expect(found("на")).toEqual(["Митинг на площади"]);
  expect(found("zz")).toEqual([]);
});

it("gives one page and says how many there are", () => {
  expect(pageOf(titles, 2, 2)).toEqual({ rows: ["Пикет у суда"], total: 3 });
});
