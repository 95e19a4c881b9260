import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTerm } from "@/lib/model/term";

describe("a term as typed", () => {
  it.each([
    ["10", { d: 10 }],
    ["10 days", { d: 10 }],
    ["10 сут.", { d: 10 }],
    ["10 суток", { d: 10 }],
    ["он күн", { d: 10 }],
    ["он күнге", { d: 10 }],
    ["он бес тәулік", { d: 15 }],
    ["жиырма бес күн", { d: 25 }],
    ["двадцать пять суток", { d: 25 }],
    ["трое суток", { d: 3 }],
    ["сутки", { d: 1 }],
    ["72 часа", { h: 72 }],
    ["72 сағат", { h: 72 }],
    ["2 месяца", { m: 2 }],
    ["10 m", { m: 10 }],
    ["1 year 6 months", { y: 1, m: 6 }],
    ["1 г. 6 мес.", { y: 1, m: 6 }],
    ["полтора года", { y: 1, m: 6 }],
    ["бір жарым жыл", { y: 1, m: 6 }],
    ["жарты жылға", { m: 6 }],
    ["3 апта", { w: 3 }],
    ["0 years 15 days", { d: 15 }],
  ])("reads %s", (text, value) => expect(parseTerm(text)).toEqual({ ok: true, value }));

  it.each([
    ["", "term_unreadable"],
    ["soon", "term_unreadable"],
    ["1.5 days", "term_unreadable"],
    ["10 5", "term_unreadable"],
    ["10 days 5 days", "term_unreadable"],
    ["1".repeat(10_000), "term_unreadable"],
    ["0", "term_zero"],
    ["0 суток", "term_zero"],
    ["-5", "term_negative"],
    ["−5 days", "term_negative"],
    ["101 years", "term_too_long"],
    ["99 years 13 months", "term_too_long"],
    ["20001", "term_too_long"],
    ["5001 hours", "term_too_long"],
    ["9".repeat(90), "term_too_long"],
  ])("refuses %s as %s", (text, code) => expect(parseTerm(text)).toEqual({ ok: false, code }));

  it("answers any text, with whole positive amounts or a code", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9a-zа-я .,-]{0,100}$/)), (text) => {
        const read = parseTerm(text);
        if (read.ok) for (const amount of Object.values(read.value)) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
      }),
    );
  });
});
