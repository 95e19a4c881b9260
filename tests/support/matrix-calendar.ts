import type { Actor } from "@/lib/model/permissions";
import { getCalendar } from "@/lib/services/calendar";
import { listFeeds, makeFeed, revokeFeed } from "@/lib/services/calendar-feeds";

const row = <P extends string>(policy: P, call: (actor: Actor) => Promise<unknown>): [P, typeof call] => [policy, call];

/** The rows of the calendar and the notices: everybody has their own, and only of their own teams. */
export const calendarMatrix = {
  getCalendar: row("list", (actor) => getCalendar(actor, { month: "2019-10", kinds: [] })),
  listFeeds: row("account", (actor) => listFeeds(actor)),
  makeFeed: row("account", (actor) => makeFeed(actor, { name: "", kinds: ["release"], whose: "teams", password: "" })),
  revokeFeed: row("account", async (actor) => {
    await makeFeed(actor, { name: "", kinds: ["task"], whose: "mine", password: "" });
    return revokeFeed(actor, { feedId: (await listFeeds(actor))[0]?.id ?? "" });
  }),
};
