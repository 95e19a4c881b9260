import { beforeEach, describe, expect, it } from "vitest";
import { discloseFiles } from "@/lib/disclosure/disclose-source";
import type { CountValues } from "@/lib/model/count";
import { INTERNAL } from "@/lib/model/destination";
import { recordAllegation } from "@/lib/services/allegations";
import { recordConsent } from "@/lib/services/consents";
import { recordCount } from "@/lib/services/counts";
import { recordEvent } from "@/lib/services/events";
import { getOutCaseFile, getOutEventFile } from "@/lib/services/outgoing-files";
import { recordPerson } from "@/lib/services/people";
import { allegationValues, consentValues, countValues, eventValues, personValues } from "../support/matrix-records";
import { aCase } from "../support/records";
import { PARTNER, PUBLIC } from "../support/told-reports";
import { freshWorld, monitor, setNow } from "../support/world";

beforeEach(async () => {
  setNow("2019-11-05T09:00:00+06:00");
  await freshWorld();
});

const person = async (text: string) => (await recordPerson(monitor, { ...personValues, names: [{ text, kind: "legal" }] })).personId;

describe("words that somebody typed", () => {
  it("tell outside neither who called for an event, being no body on record, nor of a person by the spot", async () => {
    await person("Құттыбек Асанұлы");
    const { eventId } = await recordEvent(monitor, { ...eventValues, organiser: "Ұйымдастырушы Айгерім", organisers: [{ name: "Үлгі қозғалысы", kind: "movement" }], sites: [{ placeId: "ala", spot: "Құттыбектің үйі" }] });
    expect(JSON.stringify((await getOutEventFile(monitor, eventId, INTERNAL)).event)).toMatch(/Айгерім.*|Құттыбектің/);
    for (const destination of [PUBLIC, PARTNER]) {
      const told = JSON.stringify((await getOutEventFile(monitor, eventId, destination)).event);
      expect(told).not.toMatch(/Айгерім|Құттыбек/);
      expect(told).toContain("Үлгі қозғалысы");
    }
  });

  it("tell the public neither of a group of victims nor of one to four of them, and nobody of a note to an answer", async () => {
    const personId = await person("Болат Келіскенов");
    for (const [audience, purpose] of [["public", "publication"], ["partners", "statistics"]] as const) await recordConsent(monitor, { ...consentValues, personId, purpose, audiences: [audience] });
    const caseId = await aCase({ who: "known", name: "", personId });
    await recordAllegation(monitor, allegationValues([caseId], { victimGroup: "жүкті әйелі", victimBound: "exact", victimCount: 1, response: "denied", responseWhen: "2019-10-26", responseNote: "Тергеуші Серік айтты" }));
    const [inside] = (await getOutCaseFile(monitor, caseId, INTERNAL)).allegations;
    expect([inside?.victimGroup, inside?.victimCount, inside?.answer?.note]).toEqual(["жүкті әйелі", 1, "Тергеуші Серік айтты"]);
    const [open] = (await getOutCaseFile(monitor, caseId, PUBLIC)).allegations;
    expect([open?.victimGroup, open?.victimBound, open?.victimCount, open?.answer?.note]).toEqual(["", "unknown", null, ""]);
    const [close] = (await getOutCaseFile(monitor, caseId, PARTNER)).allegations;
    expect([close?.victimGroup, close?.victimCount, close?.answer?.note]).toEqual(["жүкті әйелі", 1, ""]);
  });
});

it("a file is told to a partner with the day on which it came, not the minute in which somebody sent it", () => {
  const file = { id: "f", name: "n", description: "d", type: "image/png", size: 1, sha256: "a", receivedAt: Date.parse("2019-10-25T18:41:07Z") };
  const rules = { profile: "partner" as const, pseudonym: (_kind: string, id: string) => id };
  expect(discloseFiles([file], rules).map(({ receivedAt }) => receivedAt)).toEqual([Date.parse("2019-10-25T12:00Z")]);
});

describe("figures of one counter that add up", () => {
  const figuresOf = async (lines: readonly Partial<CountValues>[]) => {
    const { eventId } = await recordEvent(monitor, { ...eventValues, sites: [{ placeId: "ala", spot: "" }, { placeId: "ast", spot: "" }, { placeId: "shy", spot: "" }] });
    for (const line of lines) await recordCount(monitor, { ...countValues, eventId, attributedTo: "Санаушы", ...line });
    return (await getOutEventFile(monitor, eventId, PUBLIC)).counts.map(({ figure }) => figure);
  };

  it("do not tell of the few who are left out, nor of a small one by its others", async () => {
    expect(await figuresOf([{ figure: 13 }, { figure: 12, placeIds: ["ala"] }])).toEqual([13, null]);
    expect(await figuresOf([{ figure: 20 }, { figure: 3, placeIds: ["ala"] }, { figure: 17, placeIds: ["ast"] }])).toEqual([20, null, null]);
    expect(await figuresOf([{ figure: 20 }, { figure: 8, placeIds: ["ala"] }, { figure: 12, placeIds: ["ast"] }])).toEqual([20, 8, 12]);
  });

  it("stand as they are where somebody else told them", async () => {
    expect(await figuresOf([{ figure: 13, attributedTo: "Басқа" }, { figure: 12, placeIds: ["ala"] }])).toEqual([13, 12]);
  });
});
