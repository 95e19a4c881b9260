import { describe, expect, it } from "vitest";
import { answerCase } from "@/lib/release/answer";

const base = { tz: "Asia/Almaty", convention: "ELAPSED_24H" };
const minute = { precision: "minute", at: "2019-10-21T16:00" };
const day = { precision: "day", date: "2019-10-22" };
const term = { d: 10 };
const ask = (inputs: object) => answerCase({ id: 1, kind: "release", inputs: { ...base, ...inputs } }, "test");

describe("keys that contradict each other", () => {
  it.each<[string, object]>([
    ["start.date", { start: { ...minute, date: "2019-10-21" }, term }],
    ["start.precision", { start: { precision: "day", at: "2019-10-21T16:00" }, term }],
    ["start.precision", { start: { precision: "minute", date: "2019-10-21" }, term }],
    ["start.precision", { start: { precision: "month", date: "2019-10-21" }, term }],
    ["start.date", { start: { at: "2019-10-21T16:00", date: "2019-10-21" }, term }],
    ["start.month", { start: { precision: "range", from: "2019-10-01", to: "2019-10-05", month: "2019-10" }, term }],
    ["start.date", { start: { precision: "notAfter", notAfter: "2019-10-22", date: "2019-10-21" }, term }],
    ["start.fold", { start: { ...day, fold: 1 }, term }],
    ["moments.seized.date", { moments: { seized: { ...minute, date: "2019-10-21" } }, term }],
    ["observedRelease.precision", { start: minute, term, observedRelease: { precision: "minute", date: "2019-10-31" } }],
    ["event.date", { start: minute, term, event: { at: "2019-10-31T10:00", date: "2019-10-31" } }],
    ["orders.0.start.date", { orders: [{ id: "a", term, start: { ...minute, date: "2019-10-21" } }] }],
    ["start", { start: day, orders: [{ id: "a", term, start: minute }, { id: "b", term, start: minute }], chain: "CONCURRENT" }],
    ["term", { start: minute, term, orders: [{ id: "a", term }] }],
    ["termOptions", { start: minute, term, termOptions: [{ source: "A", term }] }],
    ["credits.0.days", { start: minute, term, credits: [{ from: "2019-10-01", to: "2019-10-03", days: 4 }] }],
    ["interruptions.0.fromAt", { start: minute, term, interruptions: [{ from: "2019-10-23", to: "2019-10-24", fromAt: "2019-10-23T10:00", toAt: "2019-10-24T10:00" }] }],
    ["interruptions.0.days", { start: minute, term, interruptions: [{ fromAt: "2019-10-23T10:00", toAt: "2019-10-24T10:00", days: 1 }] }],
    ["modification.newTerm", { start: minute, term, modification: { at: "2019-10-25T10:00", newTerm: { d: 5 }, annulled: true } }],
    ["statedRelease.at", { start: minute, term, statedRelease: { date: "2019-11-04", at: "2019-11-05T10:00" } }],
    ["statedRelease.precision", { start: minute, term, statedRelease: { date: "2019-11-04", precision: "minute" } }],
    ["tzCandidates", { start: minute, term, tzCandidates: ["Asia/Aqtobe", "Asia/Oral"] }],
  ])("are refused by name: %s", (key, inputs) => {
    expect(ask(inputs)).toMatchObject({ error: "CONTRADICTORY_KEYS", key });
  });

  it.each<[string, object]>([
    ["a convention and others beside it", { start: minute, term, alsoConventions: ["INCLUSIVE_DAYS"], conventions: ["EXCLUSIVE_DAYS"] }],
    ["one start for orders without their own", { start: minute, orders: [{ id: "a", term }, { id: "b", term, consecutiveTo: "a" }], chain: "SEQUENTIAL" }],
    ["the same start twice", { start: minute, orders: [{ id: "a", term, start: minute }], chain: "SEQUENTIAL" }],
    ["moments beside a start", { start: minute, moments: { seized: "2019-10-21T16:00" }, startRule: "EARLIEST_DEPRIVATION", term }],
    ["an unknown term beside its options", { start: minute, term: null, termOptions: [{ source: "A", term }] }],
    ["stated, observed and now", { start: minute, term, statedRelease: { date: "2019-11-04", at: "2019-11-04T10:00" }, observedRelease: minute, asOf: "2019-11-04" }],
    ["dates and a number of days that agree", { start: minute, term, credits: [{ from: "2019-10-01", to: "2019-10-03", days: 3 }], interruptions: [{ from: "2019-10-23", to: "2019-10-24", days: 2 }] }],
    ["a life sentence that is commuted", { start: minute, term: "LIFE", modification: { at: "2019-10-25T10:00", newTerm: { y: 15 } } }],
    ["a term that was not annulled", { start: minute, term, modification: { at: "2019-10-25T10:00", newTerm: { d: 5 }, annulled: false } }],
    ["a zone among its candidates", { start: minute, term, tzCandidates: ["Asia/Aqtobe", "Asia/Almaty"] }],
    ["keys that this question does not need", { start: minute, term, rounding: "CEIL", weekend: ["Sat"], limitsHours: [48], event: minute }],
    ["the last possible date as a date", { start: { precision: "notAfter", date: "2019-10-22" }, term }],
  ])("are not seen in %s", (_name, inputs) => {
    expect(ask(inputs)).not.toHaveProperty("error");
  });
});
