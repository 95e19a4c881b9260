import { beforeEach, describe, expect, it } from "vitest";
import { recordAllegation } from "@/lib/services/allegations";
import { recordConsent } from "@/lib/services/consents";
import { recordMoment } from "@/lib/services/moments";
import { listOutCases, streamOutAllegations } from "@/lib/services/outgoing";
import { getOutCaseFile } from "@/lib/services/outgoing-files";
import { recordPerson } from "@/lib/services/people";
import { allegationValues, consentValues, momentValues, personValues } from "../support/matrix-records";
import { aCase } from "../support/records";
import { PARTNER, PUBLIC } from "../support/told-reports";
import { freshWorld, monitor, setNow } from "../support/world";

describe("somebody who agreed to be named in public", () => {
  let caseId: string;

  beforeEach(async () => {
    setNow("2019-11-05T09:00:00+06:00");
    await freshWorld();
    const { personId } = await recordPerson(monitor, { ...personValues, names: [{ text: "Болат Келіскенов", kind: "legal" }] });
    for (const [audience, purpose] of [["public", "publication"], ["partners", "statistics"]] as const) await recordConsent(monitor, { ...consentValues, personId, purpose, audiences: [audience] });
    caseId = await aCase({ who: "known", name: "", personId, seized: "2019-10-25T18:40" });
  });

  it("did not agree that it is told who suffered sexual violence", async () => {
    await recordAllegation(monitor, allegationValues([caseId], { acts: ["sexual_violence"], when: "2019-10-26" }));
    await recordAllegation(monitor, allegationValues([caseId], { acts: ["beating"], when: "2019-10-26" }));
    const open = await getOutCaseFile(monitor, caseId, PUBLIC);
    expect(open.allegations.map(({ acts }) => acts)).toEqual([["beating"]]);
    const listed = [];
    for await (const batch of streamOutAllegations(monitor, PUBLIC)) listed.push(...batch);
    const [told] = listed.filter(({ acts }) => acts.includes("sexual_violence"));
    expect(told?.when).toBe("2019-10");
    expect(told?.caseIds).not.toContain(open.case.id);
    expect((await getOutCaseFile(monitor, caseId, PARTNER)).allegations).toHaveLength(2);
  });

  it("did not agree that it is told that they are in hospital", async () => {
    await recordMoment(monitor, { ...momentValues, caseIds: [caseId], kind: "hospitalised", institution: "Қалалық аурухана", when: "2019-10-28" });
    const [[open], [close]] = [await listOutCases(monitor, [caseId], PUBLIC), await listOutCases(monitor, [caseId], PARTNER)];
    expect(JSON.stringify(await getOutCaseFile(monitor, caseId, PUBLIC))).not.toContain("аурухана");
    expect([open?.status, close?.status]).toEqual(["in_custody", "in_hospital"]);
    expect((await getOutCaseFile(monitor, caseId, PUBLIC)).moments.map(({ kind }) => kind)).not.toContain("hospitalised");
    expect((await getOutCaseFile(monitor, caseId, PARTNER)).moments.map(({ kind }) => kind)).toContain("hospitalised");
  });
});
