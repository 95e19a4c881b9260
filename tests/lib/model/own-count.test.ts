import { describe, expect, test } from "vitest";
import { leadingLink } from "@/lib/model/case-event";
import { outcomeOf } from "@/lib/model/event-outcome";
import { ownCount, type CountedCase } from "@/lib/model/own-count";

let number = 0;
const row = (given: Partial<CountedCase> = {}): CountedCase => ({
  caseId: `case-${++number}`,
  personId: `person-${number}`,
  named: true,
  links: ["at"],
  penalisedForOther: false,
  placeId: "ala",
  state: "in_custody",
  detentionKind: "administrative_detention",
  orders: [],
  ...given,
});

describe("our own count of an event", () => {
  test("counts people and not cases, and a name known in one case is known", () => {
    const twice = { personId: "same" };
    expect(ownCount([row({ ...twice, named: false }), row(twice), row({ named: false })], "detained", [])).toEqual({ total: 2, named: 1, eve: 0 });
  });

  test("keeps apart who was taken on the eve, and leaves out who was only penalised for it", () => {
    const rows = [row({ links: ["on_the_eve_of"] }), row({ links: ["at", "on_the_eve_of"] }), row({ links: ["penalised_for"] })];
    expect(ownCount(rows, "detained", [])).toEqual({ total: 2, named: 2, eve: 1 });
  });

  test("narrows to places, and to nobody where none of ours was there", () => {
    const rows = [row(), row({ placeId: "ast" })];
    expect(ownCount(rows, "detained", ["ala"])?.total).toBe(1);
    expect(ownCount(rows, "detained", ["ala", "ast"])?.total).toBe(2);
    expect(ownCount(rows, "detained", ["shy"])?.total).toBe(0);
  });

  test("gives a penalty to the event that it was for", () => {
    const fined = { orders: ["fine"] };
    const rows = [row(fined), row({ ...fined, penalisedForOther: true }), row({ ...fined, links: ["on_the_eve_of"] }), row({ links: ["penalised_for"] })];
    expect(ownCount(rows, "penalised", [])?.total).toBe(2);
    expect(ownCount([row({ orders: ["administrative_arrest"] }), row(fined)], "arrested", [])?.total).toBe(1);
  });

  test("counts as released everybody linked who is out, whom it was penalised for as well", () => {
    const out = { state: "released" };
    expect(ownCount([row(out), row({ ...out, links: ["penalised_for"] }), row({ ...out, links: ["on_the_eve_of"] }), row()], "released", [])).toEqual({ total: 3, named: 3, eve: 1 });
  });

  test("says nothing of what cases do not tell", () => {
    for (const category of ["injured", "took_part"] as const) expect(ownCount([row()], category, [])).toBeNull();
  });
});

describe("what became of somebody", () => {
  test("is never told better than it is known", () => {
    expect(outcomeOf({ status: "released", verdict: "late" })).toBe("late");
    expect(outcomeOf({ status: "released", verdict: "unknown" })).toBe("released");
    expect(outcomeOf({ status: "released", verdict: null })).toBe("released");
    expect(outcomeOf({ status: "due", verdict: null })).toBe("inside");
    expect(outcomeOf({ status: "whereabouts_unknown", verdict: null })).toBe("unknown");
    expect(outcomeOf({ status: "overdue", verdict: null })).toBe("overdue");
  });
});

describe("the event that a list names", () => {
  const link = (eventId: string, how: string, startEarliest: number | null) => ({ eventId, link: how, startEarliest });

  test("is where the person was taken, before the one to come, before the one long past; then the earliest, unknown dates last", () => {
    const [past, eve, late, early, unknown] = [link("a", "penalised_for", 1), link("b", "on_the_eve_of", 9), link("c", "at", 8), link("d", "at", 7), link("e", "at", null)];
    expect(leadingLink([past, eve, unknown, late, early])).toBe(early);
    expect(leadingLink([past, eve, unknown])).toBe(unknown);
    expect(leadingLink([past, eve])).toBe(eve);
    expect(leadingLink([])).toBeUndefined();
  });
});
