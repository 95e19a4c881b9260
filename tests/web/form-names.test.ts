import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signInInput } from "@/lib/model/account";
import { inputOf, line, long } from "@/lib/model/fields";
import { problemsOf, treeOf, typedValues } from "@/lib/model/form-input";
import { personInput } from "@/lib/model/person";
import { readCaseQuery } from "@/lib/model/case-query";
import { param } from "@/lib/web/pages";
import { safePath } from "@/lib/web/safe-path";

const today = { today: "2019-11-01" };
const inherited = ["toString", "valueOf", "hasOwnProperty", "constructor", "__proto__", "prototype", "then"];

function form(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

const read = (entries: readonly (readonly [string, string])[]) => signInInput(today).safeParse(treeOf(typedValues(form([["login", "a"], ["password", "b"], ["next", ""], ...entries]))));

describe("the names of a form", () => {
  it.each(inherited)("“%s” is a field that nobody asked for, alone and inside others", (name) => {
    for (const typed of [`x.${name}`, `${name}.x`, `names.0.${name}`]) {
      const result = read([[typed, "1"]]);
      expect(result.success, typed).toBe(false);
    }
    const alone = read([[name, "1"], [name, "2"]]);
    if (!alone.success) expect(problemsOf(alone.error)).toEqual({ [name]: { code: "unknown_field" } });
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("may be as deep, as many or as strange as they like without an exception", () => {
    expect(read([["a.".repeat(100_000), "1"]]).success).toBe(false);
    expect(read(Array.from({ length: 5000 }, (_, at) => [`names.${at}.text`, "x"] as const)).success).toBe(false);
    const part = fc.oneof(fc.constantFrom(...inherited, "names", "0", "999", "text", ""), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(".")), fc.string()), { maxLength: 20 }), (entries) => {
        const parsed = personInput(today).safeParse(treeOf(typedValues(form(entries))));
        if (!parsed.success) problemsOf(parsed.error);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what stands in one line", () => {
  const lineOf = (typed: string) => inputOf({ name: line(200) })(today).safeParse({ name: typed }).success;

  it.each(["a\u0000b", "a\nb", "a\tb", "a\u202eb", "a\u2066b", "a\u0085b", "a\u009fb", "a\u2028b", "a\u2029b"])("has no breaks, controls or turned directions: %j", (typed) => {
    expect(lineOf(typed)).toBe(false);
  });

  it("keeps the joiners and marks that real names need", () => {
    for (const name of ["علی‌رضا", "O’Neill", "Ұлжан Ә.", "👩‍⚖️", "Nguyễn"]) expect(lineOf(name), name).toBe(true);
    expect(inputOf({ text: long(200) })(today).safeParse({ text: "a\u2028b\r\nc" }).success).toBe(true);
  });
});

describe("what stands in an address", () => {
  it("holds no control characters and no page beyond the last that is counted", () => {
    expect(param("\u0000a\u001b[31m")).toBe("a[31m");
    expect(param(["", "b"])).toBeUndefined();
    expect(readCaseQuery({ q: "\u0000дина\u0007", place: "\u0000", page: "9007199254740991" })).toEqual({ q: "дина", page: 2000 });
    for (const page of ["abc", "-1", "1e999", "0", "1.5", "NaN"]) expect(readCaseQuery({ page })).toEqual({});
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\tb", "/\n/evil.example", `/${"x".repeat(600)}`, "cases"])("leads nowhere but here after signing in: %j", (next) => {
    expect(safePath(next)).toBe("/");
  });
});
