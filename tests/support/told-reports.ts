import type { Destination } from "@/lib/model/destination";
import { INTERNAL, PUBLIC_RECIPIENT } from "@/lib/model/destination";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import type { Actor } from "@/lib/model/permissions";
import type { ReportBlock } from "@/lib/model/report-document";
import type { BuiltReport, ReportRequest } from "@/lib/model/report";
import { reportWords } from "@/lib/reports/report-words";
import type { Template } from "@/lib/services/reports/template";

export const PUBLIC: Destination = { profile: "public", recipientId: PUBLIC_RECIPIENT, audience: "public", purpose: "publication" };
export const PARTNER: Destination = { profile: "partner", recipientId: "partner-1", audience: "partners", purpose: "statistics" };

/** A report as it would be made, in English for the house where nothing else is said. */
export async function made(template: Template, actor: Actor, given: Partial<ReportRequest> & { now: string }): Promise<BuiltReport> {
  const { now, locale = "en", destination = INTERNAL, ...further } = given;
  const request = { kind: template.kind, locale, destination, subjectId: null, filter: {}, from: null, to: null, ...further };
  return template.build(actor, request, reportWords(await messagesOf(locale), { locale, now: Date.parse(now), zone: "Asia/Almaty", profile: destination.profile }));
}

/** Every word of a report, line by line; cells of a row are parted by a bar. */
export function linesOf({ title, subtitle, addressee, blocks }: BuiltReport): string[] {
  return [title, subtitle, ...addressee, ...blocks.flatMap(linesIn)].map(spaced);
}

const spaced = (text: string): string => text.replaceAll("\u00a0", " ");

function linesIn(block: ReportBlock): string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "note":
      return [block.text];
    case "facts":
      return block.rows.map(({ label, value }) => `${label}: ${value}`);
    case "table":
      return [block.caption, ...(block.rows.length === 0 ? [block.empty] : [block.columns.map(({ label }) => label).join(" | "), ...block.rows.map((cells) => cells.join(" | "))])];
    case "list":
      return block.items;
    case "gap":
      return [block.question, block.why];
    case "added":
      return [block.text];
    case "signature":
      return block.lines;
    case "page_break":
      return [];
  }
}

/** The rows of the table with this caption, each under its first cell. */
export function rowsOf({ blocks }: BuiltReport, caption: string): Record<string, string[]> {
  const table = blocks.find((block) => block.kind === "table" && block.caption === caption);
  return Object.fromEntries(table?.kind === "table" ? table.rows.map(([first = "", ...cells]) => [first, cells.map(spaced)]) : []);
}

export const someLocales: readonly Locale[] = ["en", "ru", "kk"];
