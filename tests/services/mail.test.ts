import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mailQueue, teamMembers, users } from "@/db/schema";
import type { Store } from "@/db/store";
import { isAddress, isQuiet, usualPreferences } from "@/lib/model/notice";
import type { Actor } from "@/lib/model/permissions";
import type { NoticeKind, NoticeWay } from "@/lib/model/vocabularies";
import { recordCase } from "@/lib/services/cases";
import { getMailQueue, retryMail } from "@/lib/services/mail-admin";
import { mailPlanTurn } from "@/lib/services/mail-plan";
import { mailTurn } from "@/lib/services/mail-turn";
import { getNoticePreferences, sendTestMail, setNoticePreferences } from "@/lib/services/notice-preferences";
import { noticeTurn } from "@/lib/services/notice-turn";
import { markRead } from "@/lib/services/notices";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { CANARY } from "../support/matrix-records";
import { quickCase, release } from "../support/records";
import { startSmtp, type TestSmtp } from "../support/smtp";
import { admin, coordinator, freshWorld, monitor, setNow } from "../support/world";

let store: Store;
let smtp: TestSmtp;
beforeEach(async () => {
  store = await freshWorld();
  smtp = await startSmtp();
  // Sockets keep real time; only the date moves.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2019-11-05T03:00:00Z") });
  Object.assign(process.env, { SMTP_URL: smtp.url, MAIL_FROM: "notices@example.org" });
  setNow("2019-11-05T09:00:00+06:00");
});
afterEach(async () => {
  for (const name of ["SMTP_URL", "MAIL_FROM", "APP_ORIGIN"]) delete process.env[name];
  await smtp.close();
});

const { ways: usualWays, ...usual } = usualPreferences;
type Given = Partial<typeof usual & Record<NoticeKind, NoticeWay>>;
const all = (way: NoticeWay) => Object.fromEntries(Object.keys(usualWays).map((kind) => [kind, way])) as Record<NoticeKind, NoticeWay>;
const prefer = async (given: Given, actor: Actor = monitor) => setNoticePreferences(actor, { ...usual, ...all("mail"), email: "me@example.net", ...given }, { version: (await getNoticePreferences(actor)).version });
const rows = () => store.read.select().from(mailQueue);
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const turns = async () => {
  await noticeTurn();
  await mailPlanTurn();
  await mailTurn();
};

/** So many people whose release, stated for 4 November, is overdue. */
async function overdue(count = "3", by: Actor = monitor): Promise<string[]> {
  const { caseIds } = await recordCase(by, quickCase({ who: "unnamed", name: "", count, seized: "2019-10-25", agency: CANARY, heldAt: CANARY }));
  await recordStatedRelease(by, { caseIds, when: "2019-11-04", attributedTo: CANARY, sourceId: null, note: CANARY });
  return caseIds;
}

const textOf = (bytes: string): string => {
  const [head = "", ...body] = bytes.split("\r\n\r\n");
  const raw = body.join("\r\n\r\n");
  const decoded = /transfer-encoding: base64/i.test(head) ? Buffer.from(raw, "base64").toString("utf8") : /quoted-printable/i.test(head) ? Buffer.from(raw.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString("utf8") : raw;
  return decoded.trim().replaceAll("\r\n", "\n");
};

describe("a mail at once", () => {
  it("says how many cases need attention, and nothing of any of them", async () => {
    process.env.APP_ORIGIN = "https://erkin.example.org";
    await prefer({});
    await overdue();
    await turns();
    await turns();
    expect(smtp.received.map(({ from, to }) => [from, to])).toEqual([["notices@example.org", "me@example.net"]]);
    const bytes = smtp.received[0]?.bytes ?? "";
    expect(textOf(bytes)).toBe("3 cases need attention.\nOpen Erkin: https://erkin.example.org");
    expect(bytes).toMatch(/^Subject: Notice\r$/m);
    for (const secret of [CANARY, Buffer.from(CANARY).toString("base64").slice(0, 8), "ALA-2019", "Almaty", "overdue", "monitor", "Unidentified", "nodemailer"]) expect(bytes).not.toContain(secret);
    expect(smtp.received[0]?.hello).toBe("example.org");
    expect(JSON.stringify(await rows())).not.toMatch(/ALA-|example\.net/);
  });

  it("speaks the language of whoever gets it", async () => {
    for (const [locale, subject, text] of [["kk", "Хабарлама", "2 іс назар аударуды қажет етеді.\nErkin бағдарламасын ашыңыз."], ["ru", "Уведомление", "2 дела требуют внимания.\nОткройте Erkin."]] as const) {
      await store.write((tx) => tx.update(users).set({ locale }).where(eq(users.id, "monitor")));
      await prefer({});
      await overdue("2");
      await turns();
      const bytes = smtp.received.at(-1)?.bytes ?? "";
      expect(textOf(bytes)).toBe(text);
      expect(bytes).toContain(`=?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`);
    }
  });

  it("waits for the end of the quiet hours, and says nothing of what was settled or read by then", async () => {
    await prefer({ quietFrom: 22, quietTo: 10 });
    const caseIds = await overdue();
    await turns();
    expect([smtp.received.length, (await rows()).length]).toEqual([0, 0]);
    await release(caseIds.slice(0, 1), "2019-11-05T08:00");
    setNow("2019-11-05T10:00:00+06:00");
    await turns();
    expect(textOf(smtp.received[0]?.bytes ?? "")).toMatch(/^2 cases/);
    await overdue("1");
    setNow("2019-11-05T23:00:00+06:00");
    await turns();
    await markRead(monitor, { noticeId: null });
    setNow("2019-11-06T11:00:00+06:00");
    await turns();
    expect(smtp.received.length).toBe(1);
  });

  it("is made once a day where that is wanted, at its hour where the organisation works", async () => {
    await prefer({ ...all("digest"), digestHour: 10 });
    await overdue();
    await turns();
    expect(smtp.received.length).toBe(0);
    setNow("2019-11-05T10:05:00+06:00");
    await turns();
    expect(textOf(smtp.received[0]?.bytes ?? "")).toMatch(/^3 cases/);
    await overdue("1");
    setNow("2019-11-05T18:00:00+06:00");
    await turns();
    expect(smtp.received.length).toBe(1);
    setNow("2019-11-06T10:00:00+06:00");
    await turns();
    expect(textOf(smtp.received[1]?.bytes ?? "")).toMatch(/^1 case needs/);
  });

  it("of a day waits for its hour: what comes after it waits for that of the next day, also where nothing was to be told", async () => {
    await prefer({ ...all("digest"), digestHour: 8 });
    await turns();
    await overdue();
    await turns();
    expect(smtp.received.length).toBe(0);
    setNow("2019-11-06T08:00:00+06:00");
    await turns();
    expect(textOf(smtp.received[0]?.bytes ?? "")).toMatch(/^3 cases/);
  });

  it("of a day goes out after the quiet hours, although they end on the next day", async () => {
    await prefer({ ...all("digest"), digestHour: 23, quietFrom: 22, quietTo: 7 });
    await overdue();
    await turns();
    for (const quiet of ["2019-11-05T23:30:00+06:00", "2019-11-06T06:59:00+06:00"]) {
      setNow(quiet);
      await turns();
    }
    expect(smtp.received.length).toBe(0);
    setNow("2019-11-06T07:00:00+06:00");
    await turns();
    expect(textOf(smtp.received[0]?.bytes ?? "")).toMatch(/^3 cases/);
  });

  it("is not made for somebody without an address, nor without a mail server", async () => {
    await prefer({ email: "" });
    delete process.env.SMTP_URL;
    await prefer({}, coordinator);
    await overdue("1", coordinator);
    await overdue("1");
    await turns();
    Object.assign(process.env, { SMTP_URL: smtp.url });
    await turns();
    expect(await rows()).toEqual([]);
  });
});

describe("the queue", () => {
  it("survives a restart between queueing and sending", async () => {
    await prefer({});
    await overdue();
    await noticeTurn();
    await mailPlanTurn();
    expect((await rows()).map(({ state }) => state)).toEqual(["waiting"]);
    await mailTurn();
    await turns();
    expect([smtp.received.length, (await rows())[0]?.state]).toEqual([1, "sent"]);
  });

  it("sends again what was being sent when the process ended, under the same Message-ID", async () => {
    await prefer({});
    await overdue();
    await noticeTurn();
    await mailPlanTurn();
    await store.write((tx) => tx.update(mailQueue).set({ state: "sending", attempts: 1, changedAt: Date.now() }));
    await mailTurn();
    expect(smtp.received.length).toBe(0);
    later(11);
    await mailTurn();
    const [row] = await rows();
    expect([smtp.received.length, row?.state, row?.attempts]).toEqual([1, "sent", 2]);
    expect(smtp.received[0]?.bytes).toContain(`Message-ID: <${row?.id}@example.org>`);
  });

  it("tries again with longer and longer rests while the server is away, then sends once", async () => {
    await prefer({});
    await overdue();
    const port = Number(new URL(smtp.url).port);
    await smtp.close();
    await turns();
    expect((await rows())[0]).toMatchObject({ state: "waiting", attempts: 1, problem: "unreachable", nextAt: Date.now() + 60_000 });
    await mailTurn();
    expect((await rows())[0]?.attempts).toBe(1);
    later(1);
    await mailTurn();
    expect((await rows())[0]).toMatchObject({ attempts: 2, nextAt: Date.now() + 5 * 60_000 });
    smtp = await startSmtp(port);
    later(4);
    await mailTurn();
    expect(smtp.received.length).toBe(0);
    later(1);
    await mailTurn();
    await turns();
    expect([smtp.received.length, (await rows())[0]?.state, (await rows()).length]).toEqual([1, "sent", 1]);
  });

  it("gives up at once what is refused for good, shows administrators why, and lets them try again", async () => {
    await prefer({});
    await overdue();
    smtp.behave((command) => (command === "RCPT" ? `550 no such user ${CANARY}` : undefined));
    await turns();
    later(100_000);
    await turns();
    const { mails } = await getMailQueue(admin);
    expect(mails).toMatchObject([{ name: "monitor", state: "parked", attempts: 1, problem: "refused 550" }]);
    expect(JSON.stringify(await rows())).not.toContain(CANARY);
    await expect(retryMail(monitor, { mailId: mails[0]?.id ?? "" })).rejects.toMatchObject({ code: "forbidden" });
    smtp.behave(() => undefined);
    await retryMail(admin, { mailId: mails[0]?.id ?? "" });
    await turns();
    expect([smtp.received.length, (await getMailQueue(admin)).mails]).toEqual([1, []]);
    await expect(retryMail(admin, { mailId: mails[0]?.id ?? "" })).rejects.toMatchObject({ code: "busy" });
  });

  it("gives up after eight tries what is refused again and again", async () => {
    await prefer({});
    await overdue();
    smtp.behave((command) => (command === "END" ? "451 try later" : undefined));
    await turns();
    expect((await rows())[0]).toMatchObject({ state: "waiting", problem: "refused_for_now 451" });
    for (let tries = 1; tries < 8; tries++) {
      later(24 * 60);
      await mailTurn();
    }
    expect((await rows())[0]).toMatchObject({ state: "parked", attempts: 8, problem: "refused_for_now 451" });
  });

  it("may send twice, and never loses, what broke off before the answer", async () => {
    await prefer({});
    await overdue();
    smtp.behave((command) => (command === "END" ? "HANG UP" : undefined));
    await turns();
    expect((await rows())[0]).toMatchObject({ state: "waiting" });
    smtp.behave(() => undefined);
    later(1);
    await mailTurn();
    const ids = smtp.received.map(({ bytes }) => /^Message-ID: (.*)\r$/m.exec(bytes)?.[1]);
    expect([ids.length, new Set(ids).size, (await rows())[0]?.state]).toEqual([2, 1, "sent"]);
  });

  it("does not count the cases of a team that somebody has left", async () => {
    await prefer({ quietFrom: 22, quietTo: 10 });
    await overdue();
    await noticeTurn();
    await store.write((tx) => tx.delete(teamMembers).where(eq(teamMembers.userId, "monitor")));
    setNow("2019-11-05T11:00:00+06:00");
    await turns();
    expect([smtp.received.length, (await rows()).length]).toEqual([0, 0]);
  });

  it("drops what is for somebody who may no longer sign in", async () => {
    await prefer({});
    await overdue();
    await noticeTurn();
    await mailPlanTurn();
    await store.write((tx) => tx.update(users).set({ active: false }).where(eq(users.id, "monitor")));
    await mailTurn();
    expect([smtp.received.length, (await rows())[0]?.state]).toEqual([0, "dropped"]);
  });
});

describe("a test mail", () => {
  it("goes to one’s own address, says only that mail works, and not every moment", async () => {
    await expect(sendTestMail(monitor)).rejects.toMatchObject({ detail: { problems: { email: { code: "no_address" } } } });
    await prefer({});
    await sendTestMail(monitor);
    await expect(sendTestMail(monitor)).rejects.toMatchObject({ code: "rate_limited" });
    await mailTurn();
    expect(textOf(smtp.received[0]?.bytes ?? "")).toBe("Mail works.");
    expect((await getNoticePreferences(monitor)).emailTestedAt).toBe(Date.now());
    await prefer({ email: "new@example.net" });
    expect((await getNoticePreferences(monitor)).emailTestedAt).toBeNull();
    delete process.env.SMTP_URL;
    await expect(sendTestMail(monitor)).rejects.toMatchObject({ detail: { problems: { email: { code: "mail_not_set_up" } } } });
  });

  it.each(["a@b", "name.o'neil@mail.example.org", "a+b@example.org"])("can go to %s", (address) => expect(isAddress(address)).toBe(true));
  it.each(["", "a", "a@", "@b", "a b@c", "a@b,c@d", "a@b\r\nBcc: c@d", "<a@b>", "a@b;", "a@-b", "әлия@example.org", `${"a".repeat(65)}@b`])("cannot go to %j", (address) => expect(isAddress(address)).toBe(false));
});

it("quiet hours go past midnight, and are none where both are one", () => {
  const quiet = (quietFrom: number | null, quietTo: number | null) => Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuiet({ quietFrom, quietTo }, hour));
  expect([quiet(22, 7), quiet(12, 14), quiet(5, 5), quiet(null, null)]).toEqual([[0, 1, 2, 3, 4, 5, 6, 22, 23], [12, 13], [], []]);
});
