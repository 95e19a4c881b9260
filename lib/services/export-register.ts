import "server-only";
import { randomUUID } from "node:crypto";
import { countExportsOf, findExport, finishExport, insertExport, listExports, listRecipients, type ExportRow, type RegisteredExport } from "@/db/queries/disclosure";
import { findOrganisation } from "@/db/queries/organisation";
import { findUser } from "@/db/queries/users";
import { store, type Reader } from "@/db/store";
import { OUT_SCHEMA } from "@/lib/model/outgoing";
import type { OutHead, OutKind, OutRecords } from "@/lib/exchange/out-schema";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { commandLine } from "@/lib/model/actors";
import { readAllegationQuery } from "@/lib/model/allegation-query";
import { readCaseQuery } from "@/lib/model/case-query";
import { INTERNAL, PUBLIC_RECIPIENT, type AudienceProfile, type Destination } from "@/lib/model/destination";
import { AppError, refuse } from "@/lib/model/errors";
import { EVERYBODY, eventOfCounts, filterText, HOUSE, type ExportAsked, type ExportFormat, type ExportKind, type ExportValues } from "@/lib/model/export";
import { readEventQuery } from "@/lib/model/event-query";
import { readOverQuery } from "@/lib/model/over-detention";
import { can, type Actor } from "@/lib/model/permissions";
import type { ConsentAudience, ConsentPurpose } from "@/lib/model/vocabularies";
import { allow } from "./allow";
import { realNow } from "./clock";
import { countedBatches, finishedChanges } from "./counted-batches";
import { exportFile } from "./export-files";
import type { FormMeta } from "./form-meta";
import { streamOutAllegations, streamOutCases, streamOutCounts, streamOutEvents, streamOutPeople } from "./outgoing";
import { streamListedAllegations, streamListedEvents, streamListedPeople } from "./outgoing-lists";
import { streamOutsideOrder } from "./outgoing-order";
import { streamOutOver } from "./outgoing-over";
import { requireRecipient } from "./recipients";
import { needsStepUp, proveAgain } from "./step-up";
import { write } from "./write";

/** How long a file that was asked for can be fetched, as often as a line breaks. */
const FETCH_MS = 15 * 60_000;
/** RL-1: five an hour, and fifteen at once. */
const MOST = 15;
const MOST_WITHIN_MS = 3 * 3_600_000;
const WAIT_SECONDS = 720;
const MOST_SHOWN = 20;

export type ChosenRecipient = { id: string; name: string; audience: ConsentAudience; profile: AudienceProfile };

/** To whom something can go, and what left last. */
export async function getExportChoices(actor: Actor): Promise<{ recipients: ChosenRecipient[]; last: Omit<RegisteredExport, "filter" | "reason">[] }> {
  allow(actor, "case.export");
  const { read } = await store();
  const open = (await listRecipients(read)).filter(({ closed }) => !closed);
  return { recipients: open.map(chosen), last: (await listExports(read, actor, undefined, MOST_SHOWN)).map(({ filter: _filter, reason: _reason, ...row }) => row) };
}

const chosen = ({ id, name, audience, profile }: { id: string; name: string; audience: string; profile: string }): ChosenRecipient => ({ id, name, audience: audience as ConsentAudience, profile: profile as AudienceProfile });

/** Where records go as a form said it; without a purpose nothing goes outside, since nobody could have agreed to it. */
export async function destinationOf(tx: Reader, { to, purpose }: Pick<ExportAsked, "to" | "purpose">): Promise<{ destination: Destination; recipient: ChosenRecipient | null }> {
  if (to === HOUSE) return { destination: INTERNAL, recipient: null };
  if (purpose === "") throw refuse("purpose", "required");
  if (to === "" || to === EVERYBODY) return { destination: { profile: "public", recipientId: PUBLIC_RECIPIENT, audience: "public", purpose }, recipient: null };
  const row = await requireRecipient(tx, to);
  if (row.closed) throw refuse("to", "recipient_closed");
  const recipient = chosen(row);
  return { destination: { profile: recipient.profile, recipientId: recipient.id, audience: recipient.audience, purpose }, recipient };
}

/**
 * Enters what is to be taken out into the register; the file is made in the moment in which it is fetched. In full, for the house itself, it
 * asks for a reason and for the password.
 */
export async function makeExport(actor: Actor, { password, ...input }: ExportValues, meta: FormMeta = {}): Promise<{ exportId: string }> {
  allow(actor, "case.export");
  if (input.format === "uwazi" && input.what !== "cases") throw refuse("format", "unknown_option");
  if (input.to === HOUSE) {
    if (input.reason === "") throw refuse("reason", "required");
    await proveAgain(actor, password);
  }
  return write(
    actor,
    async (tx, log) => {
      const at = realNow();
      const madeById = makerOf(actor);
      if (madeById !== null && (await countExportsOf(tx, madeById, at - MOST_WITHIN_MS)) >= MOST) throw new AppError("rate_limited", { params: { seconds: WAIT_SECONDS } });
      const { destination, recipient } = await destinationOf(tx, input);
      const id = randomUUID();
      const locale = (madeById === null ? undefined : await findUser(tx, madeById))?.locale ?? (await findOrganisation(tx))?.defaultLocale ?? "en";
      const { what, format, reason } = input;
      const filter = filterText(what, input.filter);
      await insertExport(tx, { id, what, format, filter, reason, profile: destination.profile, recipientId: recipient?.id ?? null, audience: destination.audience, purpose: destination.purpose, locale, madeById, madeAt: at });
      const told = { what, format, profile: destination.profile, recipient: recipient?.name ?? (destination.profile === "internal" ? null : PUBLIC_RECIPIENT), purpose: destination.purpose, reason, filter: filter || "?" };
      await log("export.made", { subject: ["export", id], changes: Object.entries(told).flatMap(([field, after]) => (after ? [{ field, before: null, after }] : [])) });
      return { exportId: id };
    },
    meta.submission,
  );
}

/** Who stands in the register as the maker; null for the command line. */
export const makerOf = (actor: Actor): string | null => (actor.userId === commandLine([]).userId ? null : actor.userId);

export type ExportPage = Omit<ExportRow, "madeById"> & { recipient: ChosenRecipient | null; /** Until when it can be fetched. */ until: number; canFetch: boolean };

/** What one asked for oneself, for administrators also what the command line did; what others did stands in the audit log. */
export async function getExportPage(actor: Actor, id: string): Promise<ExportPage> {
  allow(actor, "case.export");
  const { read } = await store();
  const asked = await findExport(read, id);
  const { madeById, ...row } = asked?.madeById === null && asked.what !== "everything" && can(actor, "audit.read") ? asked : await requireOwn(read, actor, id);
  const recipient = row.recipientId === null ? null : chosen(await requireRecipient(read, row.recipientId));
  return { ...row, recipient, until: row.madeAt + FETCH_MS, canFetch: madeById === makerOf(actor) && realNow() < row.madeAt + FETCH_MS };
}

async function requireOwn(tx: Reader, actor: Actor, id: string): Promise<ExportRow> {
  const row = await findExport(tx, id);
  // An archive of everything is fetched by its passphrase (export-everything.ts).
  if (!row || row.what === "everything" || row.madeById !== makerOf(actor)) throw new AppError("not_found");
  return row;
}

export type OpenedExport = { name: string; type: string; body: ReadableStream<Uint8Array> };

/** The file itself, made now: whoever took back a consent since it was asked for is not named in it. A recipient that changed since gets nothing. */
export async function openExport(actor: Actor, id: string): Promise<OpenedExport> {
  allow(actor, "case.export");
  const { read } = await store();
  const row = await requireOwn(read, actor, id);
  if (realNow() >= row.madeAt + FETCH_MS) throw new AppError("link_used");
  const to = row.profile === "internal" ? HOUSE : (row.recipientId ?? EVERYBODY);
  const { destination, recipient } = await destinationOf(read, { to, purpose: (row.purpose ?? "") as ConsentPurpose });
  if (destination.profile !== row.profile || destination.audience !== row.audience) throw new AppError("link_used");
  const inside = destination.profile === "internal";
  const what = row.what as ExportKind;
  const at = new Date(realNow()).toISOString();
  const head: OutHead = {
    schema: OUT_SCHEMA,
    export: id,
    what,
    profile: destination.profile,
    recipient: recipient?.name ?? null,
    purpose: destination.purpose,
    // Everybody learns the day and not when somebody sat at the desk, as in a report.
    madeAt: destination.profile === "public" ? `${at.slice(0, 10)}T00:00:00.000Z` : at,
    by: inside ? actor.name : ((await findOrganisation(read))?.name ?? ""),
    filter: inside ? row.filter : null,
  };
  const locale: Locale = isLocale(row.locale) ? row.locale : "en";
  const file = await exportFile({ what, format: row.format as ExportFormat, head, batches: registered(actor, id, outBatches(actor, what, row.filter, destination)), locale });
  const name = `erkin-1-${what}-${row.format === "uwazi" ? "uwazi-" : ""}${destination.profile}-${head.madeAt.slice(0, 10)}-${id.slice(0, 8)}.${file.ending}`;
  return { name, type: file.type, body: file.body };
}

/** The records of a kind as the destination may know them, batch by batch: in the house as the list has them, outside in an order that tells nothing. */
export function outBatches<K extends OutKind>(actor: Actor, what: K, filter: string, destination: Destination): AsyncGenerator<OutRecords[K][], void>;
export function outBatches(actor: Actor, what: OutKind, filter: string, destination: Destination): AsyncGenerator<object[], void> {
  if (destination.profile !== "internal") return streamOutsideOrder(actor, what, filter, destination);
  const query = Object.fromEntries(new URLSearchParams(filter));
  if (what === "cases") return streamOutCases(actor, readCaseQuery(query), destination);
  if (what === "over_detention") return streamOutOver(actor, readOverQuery(query), destination);
  if (what === "counts") return streamOutCounts(actor, destination, eventOfCounts(filter));
  if (filter === "") return what === "people" ? streamOutPeople(actor, destination) : what === "events" ? streamOutEvents(actor, destination) : streamOutAllegations(actor, destination);
  if (what === "people") return streamListedPeople(actor, readCaseQuery(query).q ?? "", destination);
  return what === "events" ? streamListedEvents(actor, readEventQuery(query), destination) : streamListedAllegations(actor, readAllegationQuery(query), destination);
}

const registered = <Row>(actor: Actor, id: string, batches: AsyncGenerator<Row[], void>): AsyncGenerator<Row[], void> =>
  countedBatches(batches, (rows, complete) =>
    write(actor, async (tx, log) => {
      await finishExport(tx, id, { rows, complete, finishedAt: realNow() });
      await log("export.finished", { subject: ["export", id], changes: finishedChanges(rows, complete) });
    }),
  );

/** Whether the form that is drawn must ask for the password. */
export async function exportNeedsProof(actor: Actor, to: string): Promise<boolean> {
  allow(actor, "case.export");
  return to === HOUSE && (await needsStepUp(actor));
}
