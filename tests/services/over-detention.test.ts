import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditValues, cases } from "@/db/schema";
import type { Store } from "@/db/store";
import { readOutFile } from "@/lib/exchange/out-schema";
import type { ExportAsked } from "@/lib/model/export";
import type { OutCase } from "@/lib/model/outgoing";
import { overHeld, type OverQuery } from "@/lib/model/over-detention";
import type { Actor } from "@/lib/model/permissions";
import { previewExport } from "@/lib/services/export-preview";
import { makeExport, openExport } from "@/lib/services/export-register";
import { getOverDetention } from "@/lib/services/over-detention";
import { getReleaseOverrideForm, recordReleaseOverride } from "@/lib/services/release-overrides";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { aCase, aRuling, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";
import { bytesOf } from "../support/zip";

let store: Store;
const at = (iso: string) => Date.parse(iso);
const row = async (id: string) => (await store.read.select().from(cases).where(eq(cases.id, id)))[0]!;
const HOUR = 60;

let late: string;
let annulled: string;
let inside: string;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-10T12:00+06:00");
  late = await aCase({ name: "Болат Бірінші", heldAt: "Бірінші мекеме" });
  await aRuling([late], { court: "Бірінші сот" });
  // The earliest reading begins with 31 October, the latest ends on 1 November at 10:00.
  await release([late], "2019-11-02T12:00");
  annulled = await aCase({ name: "Дина Екінші", heldAt: "Бірінші мекеме" });
  await aRuling([annulled], { court: "Екінші сот" });
  await aRuling([annulled], { kind: "annulment", date: "2019-10-25", term: null });
  await release([annulled], "2019-10-26T14:30/..");
  inside = await aCase({ name: "Марат Үшінші", heldAt: "Екінші мекеме" });
  await aRuling([inside], { court: "Екінші сот" });
  await aCase({ name: "Сезім Төртінші", seized: "2019-11-09T10:00" });
});

const asked = (query: OverQuery = {}, by: Actor = viewer) => getOverDetention(by, query);
const ids = async (query: OverQuery, by: Actor = viewer) => (await asked(query, by)).items.map(({ id }) => id);

describe("who was held too long", () => {
  it("is counted at least and, where every end is known, at most; those inside from the latest reading to now", async () => {
    const held = { least: 9 * 24 * HOUR + 2 * HOUR, most: 10 * 24 * HOUR + 12 * HOUR };
    const { totals, items } = await asked();
    expect(totals).toEqual({ count: 3, inside: 1, least: 26 * HOUR + 14 * HOUR + 30 + held.least, most: 60 * HOUR + held.most, mostUnknown: 1 });
    expect(items.map(({ id, least, most, overKind, outstanding }) => [id, least, most, overKind, outstanding])).toEqual([
      [inside, held.least, held.most, "term", true],
      [late, 26 * HOUR, 60 * HOUR, "term", false],
      [annulled, 14 * HOUR + 30, null, "annulment", false],
    ]);
    for (const item of items) expect(overHeld(await row(item.id), at("2019-11-10T12:00+06:00"))).toEqual({ kind: item.overKind, least: item.least, most: item.most });
  });

  it("is grouped by place of detention, by court and by what was over, and the groups add up", async () => {
    const { byFacility, byCourt, byKind, totals } = await asked();
    expect(byFacility.map(({ institution, count, inside: still }) => [institution?.name, count, still])).toEqual([["Екінші мекеме", 1, 1], ["Бірінші мекеме", 2, 0]]);
    expect(byCourt.map(({ institution, count }) => [institution?.name, count])).toEqual([["Екінші сот", 2], ["Бірінші сот", 1]]);
    expect(byKind.map(({ key, count, mostUnknown }) => [key, count, mostUnknown])).toEqual([["term", 2, 0], ["annulment", 1, 1]]);
    for (const groups of [byFacility, byCourt, byKind]) expect(groups.reduce((sum, { least }) => sum + least, 0)).toBe(totals.least);
  });

  it("is narrowed to those released late or still held, and to a time of release or of now", async () => {
    expect(await ids({ view: "late" })).toEqual([late, annulled]);
    expect(await ids({ view: "inside" })).toEqual([inside]);
    expect(await ids({ from: "2019-11-02", to: "2019-11-02" })).toEqual([late]);
    expect(await ids({ from: "2019-11-01" })).toEqual([inside, late]);
    expect(await ids({ from: "2019-11-10", to: "2019-11-10" })).toEqual([inside]);
    expect(await ids({ view: "inside", to: "2019-11-09" })).toEqual([]);
    expect((await asked({ view: "inside", to: "2019-11-09" })).totals).toEqual({ count: 0, inside: 0, least: 0, most: 0, mostUnknown: 0 });
  });

  it("is counted from the annulment for somebody who is held on after it", async () => {
    const id = await aCase({ name: "Айша Бесінші" });
    await aRuling([id], { term: "P30D" });
    await aRuling([id], { kind: "annulment", date: "2019-11-08", term: null });
    const { items } = await asked({ view: "inside" });
    expect(items.find((item) => item.id === id)).toMatchObject({ overKind: "annulment", least: 36 * HOUR, most: 60 * HOUR, outstanding: true });
  });

  it("leaves out whoever only a source has a date for, and goes by what was set by hand", async () => {
    const [stated, byHand] = [await aCase({ name: "Ержан Алтыншы" }), await aCase({ name: "Гүлім Жетінші" })];
    await recordStatedRelease(monitor, { caseIds: [stated], when: "2019-11-01", attributedTo: "a relative", sourceId: null, note: "" });
    const { version } = await getReleaseOverrideForm(coordinator, byHand);
    await recordReleaseOverride(coordinator, { caseId: byHand, when: "2019-11-09T12:00", reason: "a letter", computed: "" }, { version });
    const { items } = await asked({ view: "inside" });
    expect(items.map(({ id }) => id)).toEqual([inside, byHand]);
    expect(items[1]).toMatchObject({ least: 24 * HOUR, most: 24 * HOUR, expectedBasis: "override" });
  });

  it("is nobody before the latest reading is past", async () => {
    setNow("2019-11-01T09:00+06:00");
    expect(await ids({ view: "inside" })).toEqual([]);
  });

  it("is of one's own team only", async () => {
    expect((await asked({}, stranger)).totals.count).toBe(0);
    expect(await ids({}, { ...stranger, teamIds: [] })).toEqual([]);
  });
});

describe("taking the list out", () => {
  const out = { what: "over_detention" as const, format: "json" as const, to: "internal", purpose: "" as const, filter: "?view=late&from=2019-10-01" };
  const taken = async (given: Partial<ExportAsked> = {}) => {
    const { exportId } = await makeExport(coordinator, { ...out, ...given, reason: given.to ? "" : "a complaint", password: "" });
    return (readOutFile((await bytesOf((await openExport(coordinator, exportId)).body)).toString()) as { records: OutCase[] }).records;
  };

  it("goes the way of everything that leaves: in full with a reason, the longest first, with its entries", async () => {
    await expect(makeExport(coordinator, { ...out, reason: "", password: "" })).rejects.toMatchObject({ detail: { problems: { reason: { code: "required" } } } });
    await expect(makeExport(monitor, { ...out, reason: "a complaint", password: "" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await taken()).map(({ id, overMinutes, overMinutesMost, overKind }) => [id, overMinutes, overMinutesMost, overKind])).toEqual([
      [late, 26 * HOUR, 60 * HOUR, "term"],
      [annulled, 14 * HOUR + 30, null, "annulment"],
    ]);
    expect((await taken({ filter: "?view=inside" })).map(({ id, overMinutes }) => [id, overMinutes])).toEqual([[inside, 9 * 24 * HOUR + 2 * HOUR]]);
    const told = (await store.read.select({ field: auditValues.field, after: auditValues.after }).from(auditValues)).map(({ field, after }) => `${field}=${after}`);
    expect(told).toEqual(expect.arrayContaining(["what=over_detention", "filter=?view=late&from=2019-10-01", "rows=2", "complete=true"]));
  });

  it("tells everybody of months and of no hour, and no more of one list than of another", async () => {
    const records = await taken({ to: "public", purpose: "publication", filter: "" });
    expect(records.map(({ overMinutes, overMinutesMost, released }) => [overMinutes, overMinutesMost, released]).sort()).toEqual([[0, null, "2019-10/.."], [0, null, "2019-11"], [0, null, null]].sort());
    expect(JSON.stringify(records)).not.toMatch(/мекеме|Бірінші|2019-1\d-\d/);
    expect((await previewExport(coordinator, { ...out, to: "public", purpose: "publication", filter: "" })).facts.find(({ path }) => path[0] === "overMinutes")).toMatchObject({ agreed: "coarser", else: "coarser" });
  });
});
