import type { Actor } from "@/lib/model/permissions";
import { getCalendar } from "@/lib/services/calendar";
import { listFeeds, makeFeed, revokeFeed } from "@/lib/services/calendar-feeds";
import { insertMail } from "@/db/queries/mail";
import { store } from "@/db/store";
import { getMailQueue, retryMail } from "@/lib/services/mail-admin";
import { getNoticePreferences, sendTestMail, setNoticePreferences } from "@/lib/services/notice-preferences";
import { noticeTurn } from "@/lib/services/notice-turn";
import { countUnread, listNotices, markRead } from "@/lib/services/notices";
import { usualPreferences } from "@/lib/model/notice";
import type { Policy } from "./policy";
import { setNow } from "./world";

const { ways, ...usual } = usualPreferences;
const row = (policy: Policy, call: (actor: Actor) => Promise<unknown>): [Policy, typeof call] => [policy, call];

/** The rows of the calendar and the notices: everybody has their own, and only of their own teams. */
export const calendarMatrix = {
  getCalendar: row("list", (actor) => getCalendar(actor, { month: "2019-10", kinds: [] })),
  listFeeds: row("account", (actor) => listFeeds(actor)),
  makeFeed: row("account", (actor) => makeFeed(actor, { name: "", kinds: ["release"], whose: "teams", password: "" })),
  revokeFeed: row("account", async (actor) => {
    await makeFeed(actor, { name: "", kinds: ["task"], whose: "mine", password: "" });
    return revokeFeed(actor, { feedId: (await listFeeds(actor))[0]?.id ?? "" });
  }),
  listNotices: row("list", async (actor) => {
    setNow("2019-11-05T09:00:00+06:00");
    await noticeTurn();
    return listNotices(actor, { view: "all" });
  }),
  countUnread: row("account", (actor) => countUnread(actor)),
  markRead: row("account", (actor) => markRead(actor, { noticeId: null })),
  getNoticePreferences: row("account", (actor) => getNoticePreferences(actor)),
  setNoticePreferences: row("account", (actor) => setNoticePreferences(actor, { ...usual, ...ways, email: "me@example.org" }, { version: 1 })),
  sendTestMail: row("account", (actor) =>
    withMail(async () => {
      await setNoticePreferences(actor, { ...usual, ...ways, email: "me@example.org" }, { version: 1 });
      return sendTestMail(actor);
    }),
  ),
  getMailQueue: row("admin", (actor) => getMailQueue(actor)),
  retryMail: row("admin", async (actor) => {
    await (await store()).write((tx) => insertMail(tx, { id: "a-mail", userId: "monitor", kind: "notices", figure: 1, state: "parked", nextAt: 0, createdAt: 0, changedAt: 0 }));
    return retryMail(actor, { mailId: "a-mail" });
  }),
};

/** With a mail server that nobody asks. */
async function withMail<T>(run: () => Promise<T>): Promise<T> {
  Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "erkin@example.org" });
  try {
    return await run();
  } finally {
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
  }
}
