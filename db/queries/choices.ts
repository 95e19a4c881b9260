import { desc, eq } from "drizzle-orm";
import { events, personNames, people, sources } from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

const MOST_CHOICES = 300;

/** The newest sources, to choose from, with what guards them. */
export const listSourceChoices = (tx: Reader, scope: Scope): Promise<{ id: string; title: string; teamId: string; confidentiality: string }[]> =>
  tx.select({ id: sources.id, title: sources.title, teamId: sources.teamId, confidentiality: sources.confidentiality }).from(sources).where(within(scope, sources.teamId)).orderBy(desc(sources.capturedAt)).limit(MOST_CHOICES);

/** The newest events, to choose from, with their beginning as far as known. */
export const listEventChoices = (tx: Reader, scope: Scope): Promise<{ id: string; title: string; start: string | null }[]> =>
  tx.select({ id: events.id, title: events.title, start: events.start }).from(events).where(within(scope, events.teamId)).orderBy(desc(events.startEarliest)).limit(MOST_CHOICES);

/** People who have a name, the newest first. */
export const listNamedPeople = (tx: Reader, scope: Scope): Promise<{ id: string; name: string }[]> =>
  tx
    .selectDistinct({ id: people.id, name: people.displayName, at: people.createdAt })
    .from(people)
    .innerJoin(personNames, eq(personNames.personId, people.id))
    .where(within(scope, people.teamId))
    .orderBy(desc(people.createdAt))
    .limit(MOST_CHOICES);
