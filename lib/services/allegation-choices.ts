import "server-only";
import { findListedCase } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { getCaseChoices, getSourceChoices } from "./case-choices";
import { withStatus } from "./case-list";
import { now } from "./clock";
import { suggestInstitutions } from "./institutions";
import { findHome, inputContext } from "./organisation";

/** What the form of an allegation offers: these cases, those related to the first, those found by `q`; `zone` is where the organisation works. */
export async function getAllegationChoices(actor: Actor, caseIds: readonly string[], q: string | undefined) {
  const [first = ""] = caseIds;
  const related = await getCaseChoices(actor, first, q);
  const missing = caseIds.filter((id) => !related.some((item) => item.id === id));
  const { read } = await store();
  const further = await Promise.all(missing.map((id) => findListedCase(read, actor, id)));
  const cases = [...related, ...further.flatMap((row) => (row ? [withStatus(row, now())] : []))];
  const { police, facility, agency } = await suggestInstitutions(actor);
  return {
    cases,
    sources: await getSourceChoices(actor),
    agencies: [...new Set([...police, ...facility, ...agency])],
    zone: (await findHome())?.place.zone ?? "UTC",
    now: now(),
    ...(await inputContext()),
  };
}
