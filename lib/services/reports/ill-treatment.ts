import "server-only";
import { listStandingAllegations, type AllegationFilter } from "@/db/queries/allegations";
import { amongMeant } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import type { Actor } from "@/lib/model/permissions";
import { buildIllTreatment } from "@/lib/reports/ill-treatment";
import { allow } from "../allow";
import { matchOf } from "../case-list";
import { discloserOf } from "../disclosure";
import { outAllegationsOf } from "../outgoing-parts";
import { openPeriodOf } from "./open-period";
import { plainRecord } from "./records";
import type { Template } from "./template";

/** Allegations by place of detention and agency: those that the filter and the period take in and that the reader may see. */
export const illTreatment: Template = {
  kind: "ill_treatment",
  needs: "case.read",
  build: async (actor, { filter, from, to, destination }, words) => {
    allow(actor, "case.read");
    const { read } = await store();
    const period = openPeriodOf({ from, to }, words.zone);
    const meant = await filterOf(actor, filter);
    const rows = await listStandingAllegations(read, actor, { ...meant, ...(period.from === null ? {} : { from: period.from }), ...(period.until === null ? {} : { to: period.until }) });
    const undated = from === null && to === null ? [] : await listStandingAllegations(read, actor, { ...meant, undated: true });
    const allegations = await outAllegationsOf(read, actor, await discloserOf(actor, destination), rows);
    const records = rows.map(({ id, version, when }, at) => plainRecord("allegation", { id, version, label: [when ?? "", allegations[at]?.attributedTo ?? ""].filter(Boolean).join(" · ") }));
    return { ...buildIllTreatment({ from, to, allegations, undated: undated.length }, words), addressee: [], records };
  },
};

/**
 * A filter of cases as one of allegations: place and event as the list of allegations understands them, an institution as the body that is named;
 * whatever else is asked is asked of the cases that an allegation is about.
 */
async function filterOf(actor: Actor, { placeId, eventId, institutionId, ...ofCases }: CaseQuery): Promise<AllegationFilter> {
  const { sort, page, view = "all", ...further } = ofCases;
  const aboutCases = view !== "all" || Object.keys(further).length > 0;
  return {
    ...(placeId ? { placeId } : {}),
    ...(eventId ? { eventId } : {}),
    ...(institutionId ? { agencyId: institutionId } : {}),
    ...(aboutCases ? { among: amongMeant(await matchOf(actor, { ...further, view })) } : {}),
  };
}
