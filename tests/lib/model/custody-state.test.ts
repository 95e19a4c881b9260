import { describe, expect, it } from "vitest";
import { custodyFacts, custodyStatus, type MomentFact } from "@/lib/model/custody-state";
import type { MomentKind } from "@/lib/model/vocabularies";

const zone = "Asia/Almaty";
let entered = 0;
const moment = (kind: MomentKind, when: string | null, more: Partial<MomentFact> = {}): MomentFact => ({ kind, when, institutionId: null, releaseKind: null, createdAt: ++entered + Date.UTC(2026, 0), ...more });

describe("where a person stands", () => {
  it("is reported detained before anything else is known", () => {
    expect(custodyFacts([], zone)).toMatchObject({ state: "reported", outstanding: true, custodyFrom: null });
    expect(custodyFacts([moment("seized", null)], zone)).toMatchObject({ state: "reported", outstanding: true });
  });

  it("is released by a dated release, although the admission has no date and was entered later", () => {
    const facts = custodyFacts([moment("released", "2019-10-31T16:00~", { releaseKind: "term_served" }), moment("seized", "2019-10-22"), moment("admitted", null, { institutionId: "i" })], zone);
    expect(facts).toMatchObject({ state: "released", outstanding: false, releasedText: "2019-10-31T16:00~", releaseKind: "term_served", heldAtId: null });
    expect(facts.custodyFrom).toBe(Date.parse("2019-10-22T00:00:00+06:00"));
  });

  it("is in custody when taken on a date and admitted nobody knows when", () => {
    expect(custodyFacts([moment("seized", "2019-10-22"), moment("admitted", null, { institutionId: "a" })], zone)).toMatchObject({ state: "in_custody", heldAtId: "a" });
  });

  it("loses contact after an undated admission, and a transfer without a date moves the person", () => {
    expect(custodyFacts([moment("contact_lost", "2019-10-23"), moment("admitted", null), moment("seized", "2019-10-22")], zone).state).toBe("whereabouts_unknown");
    expect(custodyFacts([moment("admitted", "2019-10-23", { institutionId: "a" }), moment("transferred", null, { institutionId: "b" })], zone)).toMatchObject({ state: "in_custody", heldAtId: "b" });
  });

  it("is not brought back inside by an undated transfer that was learned of after the release", () => {
    expect(custodyFacts([moment("released", "2019-10-31"), moment("transferred", null, { institutionId: "b" })], zone)).toMatchObject({ state: "released", outstanding: false });
  });

  it("is inside again when taken again after a release", () => {
    expect(custodyFacts([moment("seized", "2019-10-01"), moment("released", "2019-10-05"), moment("seized", "2019-10-07")], zone)).toMatchObject({ outstanding: true, releasedText: null, custodyTo: null });
  });

  it("is released without a date when nobody knows when", () => {
    expect(custodyFacts([moment("seized", "2019-10-22"), moment("released", null)], zone)).toMatchObject({ state: "released", outstanding: false, releasedText: null });
  });

  it("is due from the earliest reading on and overdue only after the latest", () => {
    const row = { state: "in_custody" as const, outstanding: true, watchFrom: 100, dueSort: 200 };
    expect([99, 100, 199, 200].map((now) => custodyStatus(row, now))).toEqual(["in_custody", "due", "due", "overdue"]);
    expect(custodyStatus({ ...row, outstanding: false, state: "released" }, 500)).toBe("released");
    expect(custodyStatus({ ...row, watchFrom: null, dueSort: Infinity }, 500)).toBe("in_custody");
  });
});
