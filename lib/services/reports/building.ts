import "server-only";
import { Temporal } from "temporal-polyfill";
import { findLetterhead, type ReportRow, type ReportTextRow } from "@/db/queries/reports";
import type { Reader } from "@/db/store";
import { formatDay } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { readCaseQuery } from "@/lib/model/case-query";
import type { AudienceProfile } from "@/lib/model/destination";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { BuiltReport, ReportKind, ReportRequest } from "@/lib/model/report";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { BULLETIN, reportNumber } from "@/lib/model/report-number";
import { formal, reportWords, type ReportWords } from "@/lib/reports/report-words";
import { sha256 } from "@/lib/vault/keys";
import { allow } from "../allow";
import { findHome } from "../organisation";
import { inTeam } from "./access";
import { destinationOfRow } from "./destinations";
import { templateOf } from "./registry";

export const requestOf = (row: ReportRow): ReportRequest => ({
  kind: row.kind as ReportKind,
  variant: row.variant,
  locale: row.locale as Locale,
  destination: destinationOfRow(row),
  subjectId: row.subjectId,
  filter: readCaseQuery(Object.fromEntries(new URLSearchParams(row.filter))),
  from: row.fromDay,
  to: row.toDay,
  previousId: row.previousId,
});

export type Drawn = BuiltReport & { document: ReportDocument; words: ReportWords; /** Names what was drawn, and when: what was looked at is what goes out. */ seen: string };

/** What a draft would say at this moment, with the texts that were added. */
export async function drawDraft(actor: Actor, row: ReportRow, texts: readonly Pick<ReportTextRow, "slot" | "text" | "version">[], now: number): Promise<Drawn> {
  const template = templateOf(row.kind as ReportKind);
  if (!template) throw new AppError("not_found");
  allow(actor, template.needs);
  const words = await wordsOf(row, now);
  const built = await template.build(inTeam(actor, row.teamId), requestOf(row), words);
  const added = new Map(texts.map(({ slot, text }) => [slot, text]));
  const blocks = built.blocks.map((block) => (block.kind === "added" ? { ...block, text: added.get(block.slot) ?? "" } : block));
  const document: ReportDocument = { locale: words.locale, title: built.title, subtitle: built.subtitle, addressee: built.addressee, blocks };
  const seen = `${now}.${sha256(JSON.stringify([document, built.records]))}`;
  return { ...built, blocks, document, words, seen };
}

export async function wordsOf(row: Pick<ReportRow, "locale" | "profile">, now: number): Promise<ReportWords> {
  const locale = row.locale as Locale;
  const zone = (await findHome())?.place.zone ?? "UTC";
  return reportWords(await messagesOf(locale), { locale, now, zone, profile: row.profile as AudienceProfile });
}

export const dayOf = (at: number, zone: string): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * What stands around a document; `numbered` once it is issued. A letter that names its addressee and was made in full is signed and sent by hand:
 * it does not say that it is for the house alone. Read in the transaction that freezes it.
 */
export async function frameOf(tx: Reader, organisation: string, { t, now, zone, locale, profile }: ReportWords, kind: string, numbered: { series: string; number: number } | null, fingerprint = ""): Promise<ReportFrame> {
  const head = await findLetterhead(tx);
  const day = dayOf(now, zone);
  return {
    organisation,
    contact: (head?.contact ?? "").split("\n").filter(Boolean),
    logo: head?.logo ? { png: head.logo, width: head.logoWidth, height: head.logoHeight } : null,
    number: numbered === null ? t("document.draft") : t(numbered.series === BULLETIN ? "document.bulletin" : "document.report", { number: reportNumber(numbered) }),
    day,
    dayText: formatDay(day, locale, formal),
    profile: kind === "overdue_letter" && profile === "internal" ? "" : t(`document.profile.${profile}`),
    fingerprint,
    words: { fingerprint: t("document.fingerprint"), notKnown: t("document.not_known"), gap: t("document.gap") },
  };
}

/** SHA-256 of what is written, the same for every file that is made of it. */
export const fingerprintOf = (document: ReportDocument): string => sha256(JSON.stringify(document));
