import { can, type Actor } from "@/lib/model/permissions";
import type { CaseFrame, ShownOverride } from "@/components/cases/case-facts";
import type { CaseBodyFacts } from "@/components/cases/case-body";
import { caseName } from "@/lib/wording/case-words";
import type { Locale } from "@/lib/i18n/locales";
import { knownReading, overHeld } from "@/lib/model/over-detention";
import type { CasePage } from "@/lib/services/case-page";

type Words = Parameters<typeof caseName>[1];

/** What the service answers, as the components of the page take it. `t` are the words of the namespace `dashboard`. */
export function drawn(page: CasePage, actor: Actor, t: Words, locale: Locale): { frame: CaseFrame; facts: CaseBodyFacts } {
  const { row, item, estimate, now, homeZone } = page;
  const known = new Map([...page.relatedCases, ...page.otherCases].map((other) => [other.id, other]));
  const bound = (id: string) => {
    const other = known.get(id);
    return other ? [{ id, reference: other.reference, name: caseName(other, t, locale) }] : [];
  };
  const orders = page.orders.map(({ caseIds, ...rest }) => ({ ...rest, binds: caseIds.filter((id) => id !== row.id).flatMap(bound) }));
  const over = overHeld(row, now);
  return {
    frame: {
      caseId: row.id,
      item,
      estimate,
      now,
      homeZone,
      editable: can(actor, "case.write", row),
      override: shownOverride(page),
      mayOverride: can(actor, "estimate.override", row),
      over: over && { ...over, earliest: row.watchFrom, latest: knownReading(row.dueSort) },
    },
    facts: { ...page, orders },
  };
}

/** One that was replaced, taken back or dismissed is history and no longer of this page. */
function shownOverride({ override: newest }: CasePage): ShownOverride | null {
  if (!newest || (newest.override.ended !== null && newest.override.ended !== "facts_changed")) return null;
  const { id, when, reason, createdAt, ended, endedAt } = newest.override;
  return { id, when, reason, author: newest.author, at: createdAt, ended, endedAt };
}
