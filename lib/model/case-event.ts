import { z } from "zod";
import { choice, id, ids, inputOf, optionalId, rows, type Field, type ValuesOf } from "./fields";
import { caseEventLinks, type CaseEventLink } from "./vocabularies";

export const MOST_LINKS = 20;

/** An event, and the site of it where one is known. */
export type EventAndSite = { eventId: string; siteId: string | null };

const CHOSEN = /^([0-9a-z-]{1,64})(?:\.([0-9a-z-]{1,64}))?$/;

/** The value of a choice among events and their sites: `event` or `event.site`. */
export const eventChoice = ({ eventId, siteId }: EventAndSite): string => (siteId === null ? eventId : `${eventId}.${siteId}`);

const eventAndSite = (): Field<EventAndSite> => ({
  kind: "id",
  class: "internal",
  schema: () =>
    z.string("required").transform((typed, issues): EventAndSite => {
      const [, eventId = "", siteId = null] = CHOSEN.exec(typed) ?? [];
      if (eventId === "") issues.addIssue({ code: "custom", message: "unknown_option" });
      return { eventId, siteId };
    }) as unknown as z.ZodType<EventAndSite>,
});

/** How a case belongs to events: one row for each event and each way of belonging to it. */
export const caseEventRows = () => rows({ event: eventAndSite(), link: choice(caseEventLinks, { fallback: "at" }) }, { key: "event", max: MOST_LINKS });

export type CaseEventValue = { event: EventAndSite; link: CaseEventLink };

/** Cases linked to one event in one step, from the page of the event. */
export const caseLinkFields = { eventId: id(), caseIds: ids({ required: true }), link: choice(caseEventLinks, { fallback: "at" }), siteId: optionalId() };
export const caseLinkInput = inputOf(caseLinkFields);
export type CaseLinkValues = ValuesOf<typeof caseLinkFields>;

type Linked = { eventId: string; link: string; startEarliest: number | null };

/** The link that a list names: where somebody was taken before what was still to come or long past, then the earliest event. */
export const leadingLink = <L extends Linked>(links: readonly L[]): L | undefined =>
  [...links].sort((a, b) => rankOf(a) - rankOf(b) || (a.startEarliest ?? Infinity) - (b.startEarliest ?? Infinity) || (a.eventId < b.eventId ? -1 : 1))[0];

const rankOf = ({ link }: Linked): number => (caseEventLinks as readonly string[]).indexOf(link);
