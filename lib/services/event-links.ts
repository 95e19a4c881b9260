import "server-only";
import { listSites } from "@/db/queries/events";
import { store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { getCaseList } from "./case-list";
import { requireEvent } from "./events";

const MOST_OFFERED = 50;

/** Cases of the event's team to link to it, found by words, else the newest; and its sites. */
export async function getLinkChoices(actor: Actor, eventId: string, q: string | undefined) {
  const { read } = await store();
  const event = await requireEvent(read, actor, eventId);
  const { items } = await getCaseList({ ...actor, teamIds: [event.teamId] }, { view: "all", sort: "recent", ...(q ? { q } : {}) });
  return { title: event.title, sites: await listSites(read, [eventId]), cases: items.slice(0, MOST_OFFERED) };
}
