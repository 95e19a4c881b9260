import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { calendarFeeds, cases, teamMembers, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { listFeeds, makeFeed, readFeed, revokeFeed } from "@/lib/services/calendar-feeds";
import { recordCase } from "@/lib/services/cases";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { recordEvent } from "@/lib/services/events";
import { recordAllegation } from "@/lib/services/allegations";
import { recordComplaint } from "@/lib/services/complaints";
import { finishTask, recordTask } from "@/lib/services/tasks";
import { sha256 } from "@/lib/vault/keys";
import { allegationValues, CANARY, complaintValues, eventValues } from "../support/matrix-records";
import { aCase, aRuling, quickCase, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-10-25T09:00:00+06:00");
});

const all = { name: "", kinds: ["release" as const, "court" as const, "deadline" as const, "task" as const], whose: "teams" as const, password: "" };
const made = async (by = monitor, given: Partial<typeof all | { whose: "mine" }> = {}) => (await makeFeed(by, { ...all, ...given })).token;
const eventsIn = (body = "") => new ICAL.Component(ICAL.parse(body) as unknown[]).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
const summaries = async (token: string) => eventsIn((await readFeed(token))?.body).map(({ summary }) => summary);

describe("a feed", () => {
  it("names cases by reference, and holds nothing that anybody wrote", async () => {
    const caseId = await aCase({ name: CANARY, agency: `${CANARY} police`, heldAt: `${CANARY} prison` });
    await aRuling([caseId], { court: `${CANARY} court`, judge: CANARY });
    await recordTask(monitor, { caseId, from: "", what: `Call ${CANARY}`, due: "2019-11-01", assigneeId: null });
    await recordEvent(monitor, { ...eventValues, kind: "court_day", title: `Hearing of ${CANARY}`, start: "2019-11-02" });
    const { allegationId } = await recordAllegation(monitor, allegationValues([caseId]));
    await recordComplaint(monitor, { allegationId, ...complaintValues, filed: "2019-10-24", due: "2019-11-15", dueDays: null });
    const token = await made(monitor, { name: "Менің күнтізбем" });
    const body = (await readFeed(token))?.body ?? "";
    const unfolded = body.replaceAll("\r\n ", "");
    expect(unfolded).not.toContain(CANARY);
    // The zone is all that is said of the place.
    expect(unfolded.replaceAll(/TZID[:=][^:\r]+/g, "")).not.toMatch(/erkin|almaty|алматы/i);
    for (const id of [caseId, allegationId, "team-a"]) expect(unfolded).not.toContain(id);
    expect((await summaries(token)).sort()).toEqual(expect.arrayContaining(["ALA-2019-0001 · release expected", "ALA-2019-0001 · ruling", "ALA-2019-0001 · task", "ALA-2019-0001 · answer due", "day in court"]));
  });

  it("holds what is still to come, however much is due before it", { timeout: 60_000 }, async () => {
    for (let batch = 0; batch < 3; batch++) {
      const { caseIds } = await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "200", seized: "2019-10-20" }));
      await recordStatedRelease(monitor, { caseIds, when: "2019-10-28", attributedTo: "police", sourceId: null, note: "" });
    }
    await recordStatedRelease(monitor, { caseIds: [await aCase()], when: "2019-11-20", attributedTo: "police", sourceId: null, note: "" });
    const found = (await summaries(await made())).filter((summary) => summary.endsWith("release expected"));
    expect(found.length).toBe(601);
    expect(found).toContain("ALA-2019-0601 · release expected");
  });

  it("keeps the hash of its token and nothing else of it", async () => {
    const token = await made();
    expect(Buffer.from(token, "base64url").length).toBe(32);
    const rows = await store.read.select().from(calendarFeeds);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]?.tokenHash).toBe(sha256(token));
    expect(JSON.stringify(await listFeeds(monitor))).not.toContain(token);
  });

  it("ends on the next request once it is revoked, by its owner alone", async () => {
    const token = await made();
    const feedId = (await listFeeds(monitor))[0]?.id ?? "";
    await expect(revokeFeed(coordinator, { feedId })).rejects.toMatchObject({ code: "not_found" });
    expect(await readFeed(token)).toBeDefined();
    await revokeFeed(monitor, { feedId });
    expect(await readFeed(token)).toBeUndefined();
    expect(await readFeed("x".repeat(43))).toBeUndefined();
    expect((await listFeeds(monitor))[0]?.revokedAt).not.toBeNull();
    expect(await listFeeds(coordinator)).toEqual([]);
  });

  it("has the rights of its owner at the moment of reading", async () => {
    await aRuling([await aCase()]);
    const token = await made(viewer);
    expect(await summaries(token)).toContain("ALA-2019-0001 · release expected");
    await store.write((tx) => tx.delete(teamMembers).where(eq(teamMembers.userId, "viewer")));
    expect(await summaries(token)).toEqual([]);
    await store.write((tx) => tx.insert(teamMembers).values({ userId: "viewer", teamId: "team-b" }));
    await aRuling([await aCase({}, stranger)], {}, stranger);
    expect(await summaries(token)).toContain("ALA-2019-0002 · release expected");
    expect(await summaries(token)).not.toContain("ALA-2019-0001 · release expected");
    await store.write((tx) => tx.update(users).set({ role: "nobody" }).where(eq(users.id, "viewer")));
    expect(await readFeed(token)).toBeUndefined();
    await store.write((tx) => tx.update(users).set({ role: "viewer", active: false }).where(eq(users.id, "viewer")));
    expect(await readFeed(token)).toBeUndefined();
  });

  it("of one person has their cases and their tasks", async () => {
    const mine = await aCase();
    const theirs = await aCase({}, coordinator);
    await aRuling([mine, theirs]);
    await recordTask(monitor, { caseId: mine, from: "", what: "x", due: "2019-11-01", assigneeId: "coordinator" });
    expect((await summaries(await made(coordinator, { whose: "mine" }))).sort()).toEqual(expect.arrayContaining(["ALA-2019-0001 · task", "ALA-2019-0002 · release expected"]));
    expect(await summaries(await made(coordinator, { whose: "mine" }))).not.toContain("ALA-2019-0001 · release expected");
  });

  it("tells programs what changed and forgets what is over", async () => {
    const caseId = await aCase({ seized: "2019-10-22" });
    await aRuling([caseId]);
    const { taskId } = await recordTask(monitor, { caseId, from: "", what: "x", due: "2019-11-01", assigneeId: null });
    const token = await made();
    const first = await readFeed(token);
    expect((await readFeed(token))?.etag).toBe(first?.etag);
    const releaseIn = (body = "") => eventsIn(body).find(({ summary }) => summary.endsWith("release expected"));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await recordMomentLater(caseId);
    const second = await readFeed(token);
    expect(second?.etag).not.toBe(first?.etag);
    expect(releaseIn(second?.body)?.uid).toBe(releaseIn(first?.body)?.uid);
    expect(releaseIn(second?.body)?.sequence).toBeGreaterThan(releaseIn(first?.body)?.sequence ?? Infinity);
    await finishTask(monitor, { taskId, outcome: "" }, { version: 1 });
    setNow("2019-11-02T09:00:00+06:00");
    await release([caseId], "2019-11-01T10:00");
    expect(await summaries(token)).toEqual(["ALA-2019-0001 · ruling", "ALA-2019-0001 · ruling"]);
  });

  it("speaks the language of its owner, in doubt says so, and is never longer than 75 octets a line", async () => {
    await store.write((tx) => tx.update(users).set({ locale: "kk" }).where(eq(users.id, "monitor")));
    await aRuling([await aCase({ seized: "2019-10-22" })]);
    const body = (await readFeed(await made()))?.body ?? "";
    for (const row of body.split("\r\n")) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
    const event = eventsIn(body).find(({ summary }) => summary === "ALA-2019-0001 · босатылуы күтілуде");
    expect([event?.startDate.toString(), event?.endDate.toString(), event?.component.getFirstPropertyValue("status")]).toEqual(["2019-10-31", "2019-11-02", "TENTATIVE"]);
  });

  it("is refused to somebody who has ten of them", async () => {
    for (let n = 0; n < 10; n++) await made();
    await expect(made()).rejects.toMatchObject({ detail: { problems: { name: { code: "too_many_feeds" } } } });
    await revokeFeed(monitor, { feedId: (await listFeeds(monitor))[0]?.id ?? "" });
    await made();
  });
});

async function recordMomentLater(caseId: string): Promise<void> {
  const before = await store.read.select({ version: cases.version }).from(cases).where(eq(cases.id, caseId));
  expect(before[0]?.version).toBe(1);
  await aRuling([caseId], { term: "P12D", date: "2019-10-24", relation: "replaces" });
}
