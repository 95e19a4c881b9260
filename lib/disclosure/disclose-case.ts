import type { OutCase, OutCaseFile, OutMoment, OutOrder, OutStated, OutAdjustment } from "@/lib/model/outgoing";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { coarseDate, coarseWindow } from "./coarse-date";
import { disclosePerson } from "./disclose-person";
import type { DisclosureRules } from "./rules";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** How exactly dates of this person are told: as recorded, to the day, or to the month. */
export const exactnessOf = (profile: DisclosureRules["profile"], named: boolean): "exact" | "day" | "month" =>
  profile === "internal" || (profile === "partner" && named) ? "exact" : named || profile === "partner" ? "day" : "month";

/** A case as the destination may know it. References, owners, lawyers and notes never leave the house, nor to the public who is in hospital. */
export function discloseCase(item: OutCase, rules: DisclosureRules): OutCase {
  const { profile, pseudonym, hide, coarse } = rules;
  const person = disclosePerson(item.person, rules);
  if (profile === "internal") return { ...item, person };
  const outside = {
    ...item,
    person,
    id: pseudonym("case", item.id),
    reference: pseudonym("case", item.id),
    priority: "",
    ownerName: "",
    lawyer: "",
    note: "",
    ...(profile === "public" && item.status === "in_hospital" ? { status: "in_custody" as const, heldAt: null } : {}),
    event: item.event && { id: pseudonym("record", item.event.id), title: hide(item.event.title) },
  };
  const how = exactnessOf(profile, person.named);
  if (how === "exact") return outside;
  const custody = coarseWindow(item.custodyFrom, item.custodyTo, item.zone, how);
  const expected = coarseWindow(item.expectedFrom, item.expectedTo, item.zone, how);
  // Later, never earlier: nobody is called overdue before every reading has passed.
  const overdue = coarseWindow(null, item.overdueFrom, item.zone, how);
  const told = {
    ...outside,
    taken: coarseDate(item.taken, how),
    released: coarseDate(item.released, how),
    custodyFrom: custody.from,
    custodyTo: custody.to,
    expectedFrom: expected.from,
    expectedTo: expected.to,
    expectedKind: expected.from === null && expected.to === null ? item.expectedKind : "window",
    overdueFrom: overdue.to,
    overMinutes: item.overMinutes === null ? null : wholeDays(item.overMinutes),
    overMinutesMost: item.overMinutesMost === null ? null : -wholeDays(-item.overMinutesMost),
  };
  // A small place, a cell and a month together are a person.
  return how === "day" ? told : { ...told, ...overAsTold(item, told, endOf(told)), place: coarse(item.place), heldAt: null, agency: null, court: null, event: null, slot: null, slotCount: null, term: item.term };
}

/** The same for somebody held too long, of whom `item` says how long until `now` if the end has not come: counted exactly only where every date is. */
export function discloseOver(item: OutCase, now: number, rules: DisclosureRules): OutCase {
  const told = discloseCase(item, rules);
  return exactnessOf(rules.profile, told.person.named) === "exact" || !item.outstanding ? told : { ...told, ...overAsTold(item, told, now) };
}

type Over = Pick<OutCase, "overMinutes" | "overMinutesMost">;

const endOf = ({ released, zone, outstanding }: OutCase): number | null => (!outstanding && isUncertainDate(released) ? boundsOf(released, zone).earliest : null);

/**
 * How long somebody was held too long, worked out of the dates as they are told, in whole days: a length beside a month would give the day away, and
 * two lengths until two known moments the hour. Never more than it was at least; at most is not told.
 */
function overAsTold({ overMinutes }: OutCase, { overdueFrom }: OutCase, end: number | null): Over {
  if (overMinutes === null) return { overMinutes: null, overMinutesMost: null };
  const least = end === null || overdueFrom === null ? 0 : Math.max(0, (end - overdueFrom) / MINUTE_MS);
  return { overMinutes: least <= overMinutes ? wholeDays(least) : 0, overMinutesMost: null };
}

/** Minutes of whole days, no more than these. */
const wholeDays = (minutes: number): number => Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES || 0;

type LinkedEvents = OutCaseFile["events"];

/** The events of a case, told as exactly as the case itself: an event is of a known day, so where only the month may be told there is none. */
export function discloseEventsOf(events: LinkedEvents, named: boolean, { profile, pseudonym, hide }: DisclosureRules): LinkedEvents {
  if (profile === "internal") return events;
  const how = exactnessOf(profile, named);
  return how === "month" ? [] : events.map((each) => ({ ...each, id: pseudonym("record", each.id), title: hide(each.title), start: how === "exact" ? each.start : coarseDate(each.start, how) }));
}

/** Moments that tell how somebody is; to the public they are times in custody like any other. */
const ofHealth = new Set(["hospitalised", "sobered"]);

type Parts = { moments: OutMoment[]; orders: OutOrder[]; adjustments: OutAdjustment[]; stated: OutStated[] };

/** The dated parts of a case, told as exactly as the case itself. Who states a release is told already (`discloseSpeaker`). */
export function disclosePartsOf(parts: Parts, named: boolean, { profile, pseudonym, hide }: DisclosureRules): Parts {
  if (profile === "internal") return parts;
  const how = exactnessOf(profile, named);
  const when = (text: string | null) => (how === "exact" ? text : coarseDate(text, how));
  const bare = how === "month";
  const id = (of: string) => pseudonym("record", of);
  return {
    moments: parts.moments.filter(({ kind }) => profile !== "public" || !ofHealth.has(kind)).map((each) => ({ ...each, id: id(each.id), when: when(each.when), note: "", institution: bare ? null : each.institution })),
    orders: parts.orders.map((each) => ({ ...each, id: id(each.id), date: when(each.date), countFromWhen: when(each.countFromWhen), note: "", judge: profile === "public" ? "" : each.judge, court: bare ? null : each.court })),
    adjustments: parts.adjustments.map((each) => ({ ...each, id: id(each.id), kind: profile === "public" && each.kind === "medical_release" ? "other_interruption" : each.kind, from: when(each.from), to: when(each.to), note: "", authority: bare ? "" : hide(each.authority) })),
    stated: parts.stated.map((each) => ({ ...each, id: id(each.id), when: when(each.when) ?? each.when, note: "", sourceId: bare ? null : each.sourceId })),
  };
}
