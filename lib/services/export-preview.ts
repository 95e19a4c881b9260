import "server-only";
import { findEvent } from "@/db/queries/events";
import { store } from "@/db/store";
import type { OutRecords } from "@/lib/exchange/out-schema";
import type { AudienceProfile } from "@/lib/model/destination";
import { eventOfCounts, type ExportAsked, type ExportKind } from "@/lib/model/export";
import { can, type Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { fatesOf, type FactFates } from "./export-fates";
import { destinationOf, exportNeedsProof, outBatches, type ChosenRecipient } from "./export-register";

/** Counting stops here; the file itself has no limit. */
const MOST_COUNTED = 20_000;
const SHOWN = 3;

export type ExportPreview = {
  asked: ExportAsked;
  profile: AudienceProfile;
  recipient: ChosenRecipient | null;
  count: number;
  /** There are more than were counted. */
  more: boolean;
  /** People among them who go by their name, and those who do not; null where the records are about nobody. */
  people: { named: number; unnamed: number } | null;
  /** Records of which it is not told who says so. */
  masked: number | null;
  facts: FactFates[];
  first: OutRecords[ExportKind][];
  /** The event whose counts alone leave; "" where it is not in scope, null where those of all do. */
  event: string | null;
  needsProof: boolean;
};

/** What would leave, found out by making it: how many, of whom by name, what becomes of each fact, and the first records as they would be. */
export async function previewExport(actor: Actor, asked: ExportAsked): Promise<ExportPreview> {
  allow(actor, "case.export");
  const { destination, recipient } = await destinationOf((await store()).read, asked);
  const { what, filter, to } = asked;
  const first: OutRecords[ExportKind][] = [];
  const people = new Map<string, boolean>();
  let [count, masked, more] = [0, 0, false];
  for await (const batch of outBatches(actor, what, filter, destination)) {
    for (const record of batch) {
      if (first.length < SHOWN) first.push(record);
      if ("masked" in record && record.masked) masked++;
      const person = "person" in record ? record.person : "names" in record ? record : undefined;
      if (person) people.set(person.id, person.named);
    }
    count += batch.length;
    if (count >= MOST_COUNTED) {
      more = true;
      break;
    }
  }
  const named = [...people.values()].filter(Boolean).length;
  return {
    asked,
    profile: destination.profile,
    recipient,
    count,
    more,
    people: what === "cases" || what === "over_detention" || what === "people" ? { named, unnamed: people.size - named } : null,
    masked: what === "allegations" || what === "counts" ? masked : null,
    facts: fatesOf(what, destination.profile),
    first,
    event: await eventTitle(actor, asked),
    needsProof: await exportNeedsProof(actor, to),
  };
}

async function eventTitle(actor: Actor, { what, filter }: ExportAsked): Promise<string | null> {
  const id = what === "counts" ? eventOfCounts(filter) : undefined;
  if (id === undefined) return null;
  const event = await findEvent((await store()).read, actor, id);
  return event && can(actor, "event.read", event) ? event.title : "";
}
