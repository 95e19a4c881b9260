import "server-only";
import { and, eq } from "drizzle-orm";
import { listCaseEvents, putCaseEvents, putLeadingEvent, type LinkedEvent } from "@/db/queries/case-events";
import { findEvent, listSites } from "@/db/queries/events";
import { cases } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { eventChoice, leadingLink, type CaseEventValue, type CaseLinkValues } from "@/lib/model/case-event";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { requireCases } from "./case-access";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

/** Links as they may be stored, each once, or why not: events of the case's team, sites of those events. */
export async function checkedCaseEvents(tx: Reader, actor: Actor, teamId: string, given: readonly CaseEventValue[]): Promise<{ eventId: string; link: string; siteId: string | null }[]> {
  const rows = new Map<string, { eventId: string; link: string; siteId: string | null }>();
  for (const [at, { event: { eventId, siteId }, link }] of given.entries()) {
    if ((await findEvent(tx, actor, eventId))?.teamId !== teamId) throw refuse(`events.${at}.event`, "unknown_option");
    if (siteId !== null && !(await listSites(tx, [eventId])).some((site) => site.id === siteId)) throw refuse(`events.${at}.event`, "unknown_option");
    const known = rows.get(`${eventId}/${link}`);
    if (known?.siteId && siteId && known.siteId !== siteId) throw refuse(`events.${at}.event`, "linked_at_two_sites");
    rows.set(`${eventId}/${link}`, { eventId, link, siteId: siteId ?? known?.siteId ?? null });
  }
  return [...rows.values()];
}

/** Makes a case belong to exactly these events and derives which one lists name. Part of the caller's transaction. */
export async function replaceCaseEvents(tx: Tx, caseId: string, rows: readonly { eventId: string; link: string; siteId: string | null }[]): Promise<void> {
  await putCaseEvents(tx, caseId, rows);
  await deriveLeadingEvent(tx, caseId);
}

/** Derives anew which of its events lists name with a case. Part of the caller's transaction. */
export async function deriveLeadingEvent(tx: Tx, caseId: string): Promise<void> {
  const leading = leadingLink(await listCaseEvents(tx, [caseId]));
  await putLeadingEvent(tx, caseId, leading?.eventId ?? null, leading?.link ?? "at");
}

/** The links of a case as its form sends them, by flat name. */
export const editableLinks = (links: readonly LinkedEvent[]): Record<string, string> =>
  Object.fromEntries(links.flatMap((each, at) => [[`events.${at}.event`, eventChoice(each)], [`events.${at}.link`, each.link]]));

/** The links of a case as the history keeps them: `link:event:place:spot`, which pages turn into words. */
export const linkTexts = (links: readonly LinkedEvent[]): string[] => links.map(({ link, eventId, placeId, spot }) => [link, eventId, placeId ?? "", (spot ?? "").replaceAll(";", ",")].join(":"));

/** Links several cases to an event in one step; what they were linked to before stays. */
export const linkCases = (actor: Actor, { eventId, caseIds, link, siteId }: CaseLinkValues, meta: FormMeta = {}): Promise<{ eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const event = await findEvent(tx, actor, eventId);
      if (!event) throw new AppError("not_found");
      allow(actor, "event.write", event);
      for (const row of await requireCases(tx, actor, "case.write", caseIds)) {
        if (row.teamId !== event.teamId) throw refuse("caseIds", "unknown_option");
        const before = await listCaseEvents(tx, [row.id]);
        const others = before.filter((each) => each.eventId !== eventId || each.link !== link);
        const known = before.find((each) => !others.includes(each));
        const [checked] = await checkedCaseEvents(tx, actor, row.teamId, [{ event: { eventId, siteId }, link }]).catch((error: unknown) => {
          throw error instanceof AppError && error.detail.problems ? refuse("siteId", "unknown_option") : error;
        });
        await replaceCaseEvents(tx, row.id, [...others.map(({ eventId: id, link: how, siteId: site }) => ({ eventId: id, link: how, siteId: site })), { eventId, link, siteId: checked?.siteId ?? known?.siteId ?? null }]);
        const changed = await tx
          .update(cases)
          .set({ version: row.version + 1, updatedAt: realNow() })
          .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
          .returning({ id: cases.id });
        if (changed.length === 0) throw new AppError("busy");
        const after = await listCaseEvents(tx, [row.id]);
        await log("case.updated", { subject: ["case", row.id], caseId: row.id, version: [row.version, row.version + 1], changes: changesOf({ events: linkTexts(before) }, { events: linkTexts(after) }, ["events"]) });
        await refreshCaseText(tx, row.id);
      }
      return { eventId };
    },
    meta.submission,
  );
