import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { notices, teamMembers, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { usualPreferences } from "@/lib/model/notice";
import { noticeKinds, type NoticeKind, type NoticeWay } from "@/lib/model/vocabularies";
import { getEditableCase, updateCase } from "@/lib/services/cases";
import { setNoticePreferences } from "@/lib/services/notice-preferences";
import { noticeTurn } from "@/lib/services/notice-turn";
import { countUnread, listNotices, markRead } from "@/lib/services/notices";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { finishTask, recordTask, updateTask } from "@/lib/services/tasks";
import type { Actor } from "@/lib/model/permissions";
import { recordCase } from "@/lib/services/cases";
import { aCase, aRuling, quickCase, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-01T09:00:00+06:00");
});

const { ways: usualWays, ...usual } = usualPreferences;
const prefer = (actor: Actor, given: Partial<typeof usual & Record<NoticeKind, NoticeWay>>, version = 1) => setNoticePreferences(actor, { ...usual, ...usualWays, ...given }, { version });
const told = async (actor: Actor, view: "unread" | "all" = "unread") => (await listNotices(actor, { view })).items.map(({ kind }) => kind).sort();
const times = (kind: NoticeKind, n: number) => Array.from({ length: n }, () => kind);
const turnAt = async (iso: string) => {
  setNow(iso);
  await noticeTurn();
  await noticeTurn();
};

/** The five men of the article, with what Zheksebayev told the newspaper. */
async function theFive(): Promise<string[]> {
  const { caseIds } = await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5", seized: "2019-10-25" }));
  await recordStatedRelease(monitor, { caseIds, when: "2019-11-04", attributedTo: "A. Zheksebayev", sourceId: null, note: "" });
  return caseIds;
}

describe("the five of the founding article", () => {
  it("are due tomorrow, due today and overdue, each told once", async () => {
    const caseIds = await theFive();
    await turnAt("2019-11-02T09:00:00+06:00");
    expect((await told(monitor)).filter((kind) => kind !== "limit")).toEqual([]);
    await turnAt("2019-11-03T09:00:00+06:00");
    await turnAt("2019-11-03T21:00:00+06:00");
    expect(await told(monitor)).toEqual(times("due_tomorrow", 5));
    await turnAt("2019-11-04T00:01:00+06:00");
    expect(await told(monitor)).toEqual(times("due_today", 5));
    await turnAt("2019-11-05T09:00:00+06:00");
    await turnAt("2019-11-06T09:00:00+06:00");
    expect(await told(monitor)).toEqual(times("overdue", 5));
    expect((await told(monitor, "all")).filter((kind) => kind !== "limit")).toEqual([...times("due_today", 5), ...times("due_tomorrow", 5), ...times("overdue", 5)]);
    await release(caseIds.slice(0, 2), "2019-11-05");
    await turnAt("2019-11-06T10:00:00+06:00");
    expect(await told(monitor)).toEqual(times("overdue", 3));
    expect((await listNotices(monitor, { view: "all" })).items.filter(({ kind, settled }) => kind === "overdue" && settled).length).toBe(2);
  });

  it("are told to their team alone, and to nobody who cannot see them any more", async () => {
    await theFive();
    await turnAt("2019-11-05T09:00:00+06:00");
    expect([await told(stranger), await told(viewer), await told(coordinator)]).toEqual([[], [], []]);
    await prefer(viewer, { whose: "teams" });
    await turnAt("2019-11-05T09:10:00+06:00");
    expect(await told(viewer)).toEqual(times("overdue", 5));
    expect(await countUnread(viewer)).toBe(5);
    await store.write((tx) => tx.delete(teamMembers).where(eq(teamMembers.userId, "viewer")));
    const gone = { ...viewer, teamIds: [] };
    expect([await told(gone, "all"), await countUnread(gone)]).toEqual([[], 0]);
  });
});

describe("a notice", () => {
  it("of a case that nobody has taken goes to the whole team", async () => {
    const caseId = await aCase();
    await aRuling([caseId]);
    const { values, version } = await getEditableCase(monitor, caseId);
    await updateCase(monitor, { ...(values as unknown as Parameters<typeof updateCase>[1]), events: [], caseId, ownerId: null }, { version });
    await turnAt("2019-11-02T09:00:00+06:00");
    for (const actor of [monitor, coordinator, viewer]) expect(await told(actor)).toEqual(["overdue"]);
  });

  it("is not made for what somebody does not want to be told, nor for somebody who may not sign in", async () => {
    await theFive();
    await prefer(monitor, { overdue: "off" });
    await prefer(viewer, { whose: "teams" });
    await store.write((tx) => tx.update(users).set({ active: false }).where(eq(users.id, "viewer")));
    await turnAt("2019-11-05T09:00:00+06:00");
    expect(await told(monitor, "all")).toEqual([]);
    expect((await store.read.select().from(notices).where(eq(notices.userId, "viewer"))).length).toBe(0);
  });

  it("is read by its owner, one by one or all at once, and the bell counts what is left", async () => {
    await theFive();
    await turnAt("2019-11-05T09:00:00+06:00");
    const [first] = (await listNotices(monitor)).items;
    await markRead(monitor, { noticeId: first?.id ?? "" });
    expect(await countUnread(monitor)).toBe(4);
    await expect(markRead(coordinator, { noticeId: first?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
    expect(await markRead(monitor, { noticeId: null })).toEqual({ count: 4 });
    expect([await countUnread(monitor), (await listNotices(monitor, { view: "all" })).total]).toEqual([0, 5]);
    await turnAt("2019-11-05T10:00:00+06:00");
    expect(await countUnread(monitor)).toBe(0);
  });

  it("tells that a limit runs out, and settles when the step is recorded or the person is out", async () => {
    setNow("2019-10-22T09:00:00+06:00");
    const caseId = await aCase({ seized: "2019-10-22T08:00", detentionKind: "criminal_detention" });
    await turnAt("2019-10-22T09:30:00+06:00");
    expect(await told(monitor)).toEqual([]);
    await turnAt("2019-10-23T20:00:00+06:00");
    expect((await told(monitor)).filter((kind) => kind === "limit").length).toBeGreaterThan(0);
    await release([caseId], "2019-10-23T19:40");
    await turnAt("2019-10-23T21:00:00+06:00");
    expect(await told(monitor)).toEqual([]);
  });

  it("tells that a stated date is not the computed one", async () => {
    const caseId = await aCase({ seized: "2019-10-28T10:00" });
    await aRuling([caseId], { date: "2019-10-28", countFrom: "seized" });
    await recordStatedRelease(monitor, { caseIds: [caseId], when: "2019-11-15", attributedTo: "lawyer", sourceId: null, note: "" });
    await noticeTurn();
    expect(await told(monitor)).toContain("stated_differs");
  });

  it("tells of a task on its day, to whoever does it; and of a task or a case that was given, at once and not to the giver", async () => {
    const caseId = await aCase({ seized: null });
    const { taskId } = await recordTask(monitor, { caseId, from: "", what: "Call", due: "2019-11-03", assigneeId: "coordinator" });
    await recordTask(monitor, { caseId, from: "", what: "Mine", due: null, assigneeId: "monitor" });
    expect([await told(coordinator), await told(monitor)]).toEqual([["task_assigned"], []]);
    await turnAt("2019-11-02T23:59:00+06:00");
    expect(await told(coordinator)).toEqual(["task_assigned"]);
    await turnAt("2019-11-03T00:01:00+06:00");
    expect(await told(coordinator)).toEqual(["task_assigned", "task_due"]);
    await updateTask(coordinator, { taskId, what: "Call", due: "2019-11-03", assigneeId: "viewer", outcome: "" }, { version: 1 });
    await turnAt("2019-11-03T00:05:00+06:00");
    expect([await told(coordinator), await told(viewer)]).toEqual([["task_due"], ["task_assigned", "task_due"]]);
    await finishTask(monitor, { taskId, outcome: "" }, { version: 2 });
    const { values, version } = await getEditableCase(monitor, caseId);
    await updateCase(monitor, { ...(values as unknown as Parameters<typeof updateCase>[1]), events: [], caseId, ownerId: "coordinator" }, { version });
    await turnAt("2019-11-03T00:10:00+06:00");
    expect([await told(coordinator), await told(viewer)]).toEqual([["case_assigned"], []]);
  });

  it("counts its days where the person is held", async () => {
    const { caseIds } = await recordCase(monitor, quickCase({ name: "Мәскеуде", placeId: "mow", seized: "2019-10-25" }));
    await recordStatedRelease(monitor, { caseIds, when: "2019-11-04", attributedTo: "lawyer", sourceId: null, note: "" });
    await turnAt("2019-11-03T02:00:00+06:00");
    expect((await told(monitor)).filter((kind) => kind !== "limit")).toEqual([]);
    await turnAt("2019-11-03T03:01:00+06:00");
    expect(await told(monitor)).toContain("due_tomorrow");
  });

  it("has a way for every kind", () => expect(Object.keys(usualWays)).toEqual([...noticeKinds]));
});

describe("how somebody is told", () => {
  it("is saved with its version, and refused where it cannot be meant", async () => {
    await prefer(monitor, { email: "me@example.org", overdue: "digest" });
    await expect(prefer(monitor, { email: "other@example.org" })).rejects.toMatchObject({ code: "conflict", detail: { current: { values: { email: "me@example.org", overdue: "digest" } } } });
    await expect(prefer(monitor, { quietFrom: 22 }, 2)).rejects.toMatchObject({ detail: { problems: { quietTo: { code: "quiet_both" } } } });
    await prefer(monitor, { email: "", quietFrom: 22, quietTo: 7 }, 2);
  });
});
