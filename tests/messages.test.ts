import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { locales, type Locale } from "@/lib/i18n/locales";
import { namespaces } from "@/lib/i18n/namespaces";
import { suggestionDoubts } from "@/lib/claims/suggestion";
import { auditActions } from "@/lib/model/audit";
import { errorCodes } from "@/lib/model/errors";
import * as vocabularies from "@/lib/model/vocabularies";
import { ruleKey } from "@/lib/release/explain";
import { general } from "@/lib/release/rules/general";
import { ruleSets } from "@/lib/release/rules/registry";
import { ruleLists } from "@/lib/release/rules/rule";
import { sources } from "./support/sources";

const folder = path.resolve(import.meta.dirname, "../messages");
const namesIn = (locale: Locale) => readdirSync(path.join(folder, locale)).map((file) => file.replace(".json", "")).sort();

type Node = string | { [key: string]: Node };
function flatten(node: Node, at: string): [string, string][] {
  if (typeof node === "string") return [[at, node]];
  return Object.entries(node).flatMap(([key, below]) => flatten(below, `${at}.${key}`));
}

/** Every message of a language by its full key. */
const wordsOf = (locale: Locale): Map<string, string> =>
  new Map(namesIn(locale).flatMap((name) => flatten(JSON.parse(readFileSync(path.join(folder, locale, `${name}.json`), "utf8")) as Node, name)));
const words: Record<Locale, Map<string, string>> = { en: wordsOf("en"), ru: wordsOf("ru"), kk: wordsOf("kk") };
const others = locales.filter((locale) => locale !== "en");

type Parts = { names: Set<string>; literals: string[] };
/** Arguments and tags of a message, and the text that a person reads. */
function partsOf(message: string): Parts {
  const parts: Parts = { names: new Set(), literals: [] };
  const walk = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal) parts.literals.push(element.value);
      else if (element.type !== TYPE.pound) parts.names.add(`${element.type === TYPE.tag ? "<" : ""}${element.value}`);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(message));
  return parts;
}

/** Latin words that are the same in every language: names, formats, standards, and shapes that a person types. */
const LATIN = /\b(Erkin|OpenAPI|onion|CSV|Windows|UTF-8|SHA-256|IANA|URL|PDF|DOCX|PNG|JPEG|JSON|ZIP|https?|Tor|IP|OK|npm|start|audit|run|verify|Excel|XLSX|xls|Uwazi|LibreOffice|Asia|Almaty|Europe|ISO|KZ|ALA|JavaScript|English|Esc|Ctrl|[A-Z]{1,3})\b/g;

describe("messages", () => {
  it("have one file per room in every language", () => {
    for (const locale of locales) expect(namesIn(locale), locale).toEqual(namesIn("en"));
    expect(namesIn("en")).toEqual(expect.arrayContaining([...namespaces]));
  });

  it.each(others)("have the same keys in %s as in English", (locale) => {
    const [here, there] = [[...words[locale].keys()], [...words.en.keys()]];
    expect({ missing: there.filter((key) => !words[locale].has(key)), extra: here.filter((key) => !words.en.has(key)) }).toEqual({ missing: [], extra: [] });
  });

  it.each(locales)("are all filled in and readable in %s", (locale) => {
    const bad = [...words[locale]].filter(([, message]) => {
      try {
        return message.trim() === "" || !parse(message);
      } catch {
        return true;
      }
    });
    expect(bad).toEqual([]);
  });

  it.each(others)("take the same arguments in %s as in English", (locale) => {
    const differing = [...words[locale]].filter(([key, message]) => {
      const original = words.en.get(key);
      return original !== undefined && [...partsOf(message).names].sort().join() !== [...partsOf(original).names].sort().join();
    });
    expect(differing).toEqual([]);
  });

  it.each(others)("leave no English in %s", (locale) => {
    const english = [...words[locale]].filter(([, message]) => partsOf(message).literals.some((text) => /[A-Za-z]{2,}/.test(text.replace(/\S+@\S+|https?:\S+/g, "").replace(LATIN, ""))));
    expect(english).toEqual([]);
  });

  it("are written in Kazakh letters where Kazakh and Russian would differ", () => {
    const long = [...words.kk].filter(([key, message]) => message.length > 25 && message === words.ru.get(key));
    expect(long).toEqual([]);
  });
});

describe("labels", () => {
  // The states are shown through the statuses, which hold all of them.
  const lists = Object.entries(vocabularies).filter(([name]) => name !== "custodyStates").map(([name, values]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), values as readonly string[]] as const);

  it.each(locales)("exist for every value of every vocabulary in %s", (locale) => {
    const missing = lists.flatMap(([list, values]) => values.map((value) => `vocab.${list}.${value}`)).filter((key) => !words[locale].has(key));
    expect(missing).toEqual([]);
  });

  it.each(locales)("exist for every rule of law, and for no other, in %s", (locale) => {
    const sets = [...Object.values(ruleSets), general];
    const unsure = sets.flatMap(({ counting }) => counting).filter(({ confidence }) => confidence !== "confirmed");
    const wanted = new Set([
      ...sets.map(({ ruleSet }) => `law.set.${ruleSet}`),
      ...ruleLists.map((list) => `law.list.${list}`),
      ...["court", "charge", "release"].map((step) => `law.until.${step}`),
      ...["deprivation", "delivered"].map((moment) => `law.from.${moment}`),
      ...sets.flatMap((set) => ruleLists.flatMap((list) => set[list].map(({ id }) => `law.title.${ruleKey(id)}`))),
      ...unsure.map(({ id }) => `law.unconfirmed.${ruleKey(id)}`),
    ]);
    const found = [...words[locale].keys()].filter((key) => key.startsWith("law."));
    expect(found.sort()).toEqual([...wanted].sort());
  });

  it.each(locales)("exist for every doubt of the reader of texts, and for no other, in %s", (locale) => {
    const found = [...words[locale].keys()].filter((key) => key.startsWith("claims.doubt."));
    expect(found.sort()).toEqual(suggestionDoubts.map((doubt) => `claims.doubt.${doubt}`).sort());
  });

  it("says of every entry of the log what was done, as a sentence and as a kind", () => {
    const missing = auditActions.flatMap((action) => ["did", "kind"].filter((form) => !words.en.has(`audit.${form}.${action}`)).map((form) => `${form}.${action}`));
    expect(missing).toEqual([]);
  });

  it("exist for every error, and for every code that a field can be refused with", () => {
    const refusals = sources()
      .filter(({ file }) => /^lib\/(model|services|release)\//.test(file))
      .flatMap(({ text }) => [...text.matchAll(/refuse\("[^"]+", "([a-z_]+)"|message: "([a-z_]+)"|ok: false, code: "([a-z_]+)"/g)].map(([, a, b, c]) => a ?? b ?? c ?? ""));
    const codes = [...new Set([...errorCodes, ...refusals])];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !words.en.has(`forms.errors.${code}`))).toEqual([]);
  });
});
