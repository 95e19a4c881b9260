import "server-only";
import { Temporal } from "temporal-polyfill";
import { namedInstitutions } from "@/db/queries/institution-naming";
import { pageOfOver, sumOver, sumOverBy, type OverCase, type OverGroup, type OverMatch, type OverTotals } from "@/db/queries/over-detention";
import { store } from "@/db/store";
import type { NamedInstitution } from "@/lib/model/institution-name";
import type { OverQuery } from "@/lib/model/over-detention";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { PAGE_SIZE } from "./case-list";
import { now } from "./clock";
import { findHome } from "./organisation";

/** Places and courts on the page; the file holds everybody. */
const MOST_GROUPS = 30;

/** A group with its institution; null where the place or the court is not known, and for what was over, which is named by its key. */
export type NamedOverGroup = OverGroup & { institution: NamedInstitution | null };
export type OverDetention = {
  now: number;
  zone: string;
  totals: OverTotals;
  byFacility: NamedOverGroup[];
  byCourt: NamedOverGroup[];
  byKind: NamedOverGroup[];
  items: OverCase[];
  page: number;
};

/** Who was, or is, held longer than any reading allows: in all, by place of detention, by court, by what was over, and one page of the cases. */
export async function getOverDetention(actor: Actor, query: OverQuery): Promise<OverDetention> {
  allow(actor, "case.read");
  const { read } = await store();
  const { match, zone } = await overMatchOf(actor, query);
  const page = query.page ?? 1;
  const byFacility = await sumOverBy(read, match, "facility", MOST_GROUPS);
  const byCourt = await sumOverBy(read, match, "court", MOST_GROUPS);
  const names = await namedInstitutions(read, [...byFacility, ...byCourt].flatMap(({ key }) => key ?? []));
  const named = (groups: OverGroup[]) => groups.map((group) => ({ ...group, institution: names.get(group.key ?? "") ?? null }));
  return {
    now: match.now,
    zone,
    totals: await sumOver(read, match),
    byFacility: named(byFacility),
    byCourt: named(byCourt),
    byKind: named(await sumOverBy(read, match, "kind", MOST_GROUPS)),
    items: await pageOfOver(read, match, PAGE_SIZE, (page - 1) * PAGE_SIZE),
    page,
  };
}

/** Days of the address are days where the organisation works. */
export async function overMatchOf(actor: Actor, { view = "all", from, to }: OverQuery): Promise<{ match: OverMatch; zone: string }> {
  const zone = (await findHome())?.place.zone ?? "UTC";
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  const match = {
    scope: actor,
    view,
    now: now(),
    from: from === undefined ? null : startOf(Temporal.PlainDate.from(from)),
    until: to === undefined ? null : startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
  return { match, zone };
}
