import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentAnswer, consentState, consentTable, mayShare, sharedWith, type ConsentFact } from "@/lib/model/consent";
import { boundsOf } from "@/lib/model/uncertain-date";
import { consentAudiences, consentPurposes } from "@/lib/model/vocabularies";

const zone = "Asia/Almaty";
const day = (text: string) => boundsOf(text, zone).earliest ?? 0;
const at = day("2026-11-20");
const consent = (given: Partial<ConsentFact> = {}): ConsentFact => ({ purpose: "advocacy", audience: "un_bodies", given: "2026-11-01", expiresAt: null, withdrawnAt: null, zone, ...given });

const days = fc.integer({ min: 1, max: 28 }).map((each) => `2026-11-${String(each).padStart(2, "0")}`);
const facts = fc.record<ConsentFact>({
  purpose: fc.constantFrom(...consentPurposes.slice(0, 3)),
  audience: fc.constantFrom(...consentAudiences),
  given: fc.oneof(days, days.map((each) => `../${each}`), fc.constantFrom("2026", "2026-11", "2026-11-10~")),
  expiresAt: fc.option(days.map(day)),
  withdrawnAt: fc.option(days.map(day), { freq: 4 }),
  zone: fc.constant(zone),
});
const asked = fc.record({ consents: fc.array(facts, { maxLength: 8 }), purpose: fc.constantFrom(...consentPurposes.slice(0, 3)), audience: fc.constantFrom(...consentAudiences), at: days.map(day) });

describe("what may be shared", () => {
  it("is nothing while nothing is recorded, and what was agreed to from the day on which it was", () => {
    for (const purpose of consentPurposes) for (const audience of consentAudiences) expect(mayShare([], purpose, audience, at)).toBe(false);
    expect([mayShare([consent()], "advocacy", "un_bodies", at), mayShare([consent({ given: "2026-11-21" })], "advocacy", "un_bodies", at)]).toEqual([true, false]);
  });

  it("ends with the last day, and at once with a withdrawal, whatever instant is asked for", () => {
    const until = consent({ expiresAt: day("2026-11-21") });
    expect([mayShare([until], "advocacy", "un_bodies", at), mayShare([until], "advocacy", "un_bodies", day("2026-11-21"))]).toEqual([true, false]);
    expect(mayShare([consent({ withdrawnAt: day("2026-11-25") })], "advocacy", "un_bodies", at)).toBe(false);
    expect(consentState(consent({ withdrawnAt: 0, expiresAt: 0 }), at)).toBe("withdrawn");
  });

  it("goes to others only where everybody may know, and not against a withdrawal for exactly them", () => {
    const open = consent({ audience: "public" });
    expect(consentAudiences.filter((audience) => mayShare([open], "advocacy", audience, at))).toEqual([...consentAudiences]);
    expect(consentAnswer([open], "advocacy", "media", at)).toMatchObject({ state: "stands", through: "public" });
    const against = consent({ audience: "authorities", withdrawnAt: at });
    expect([mayShare([open, against], "advocacy", "authorities", at), mayShare([open, against], "advocacy", "media", at)]).toEqual([false, true]);
    expect(mayShare([consent()], "advocacy", "public", at)).toBe(false);
  });

  it("is never wider than what was given", () => {
    fc.assert(
      fc.property(asked, ({ consents, purpose, audience, at: when }) => {
        if (!mayShare(consents, purpose, audience, when)) return;
        const ground = consents.filter((each) => each.purpose === purpose && [audience, "public"].includes(each.audience) && each.withdrawnAt === null);
        expect(ground.some((each) => (boundsOf(each.given, zone).earliest ?? -Infinity) <= when && (each.expiresAt === null || when < each.expiresAt))).toBe(true);
      }),
    );
  });

  it("never grows with a withdrawal, and goes where everything is withdrawn", () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ consents, purpose, audience, at: when }, which) => {
        const taken = consents.map((each, index) => (index === which % Math.max(1, consents.length) ? { ...each, withdrawnAt: when } : each));
        if (mayShare(taken, purpose, audience, when)) expect(mayShare(consents, purpose, audience, when)).toBe(true);
        expect(sharedWith(consents.map((each) => ({ ...each, withdrawnAt: when })), when)).toEqual([]);
      }),
    );
  });

  it("is the same in one question, in one line and in the table", () => {
    fc.assert(
      fc.property(asked, ({ consents, at: when }) => {
        const shared = sharedWith(consents, when).flatMap(({ purpose, audiences }) => audiences.map((audience) => `${purpose} ${audience}`));
        const table = consentTable(consents, when).flatMap(({ purpose, answers }) => answers.flatMap(({ audience, state }) => (state === "stands" ? [`${purpose} ${audience}`] : [])));
        expect(table).toEqual(shared);
        expect(consentPurposes.flatMap((purpose) => consentAudiences.flatMap((audience) => (mayShare(consents, purpose, audience, when) ? [`${purpose} ${audience}`] : [])))).toEqual(shared);
      }),
    );
  });
});
