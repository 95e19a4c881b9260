import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import type { ReportBlock } from "@/lib/model/report-document";
import { buildArbitraryDetention } from "@/lib/reports/arbitrary-detention";
import { buildCaseDossier } from "@/lib/reports/case-dossier";
import type { Letter, LetterData } from "@/lib/reports/letter";
import { buildOverdueLetter } from "@/lib/reports/overdue-letter";
import { buildSpecialProcedures } from "@/lib/reports/special-procedures";
import { reportWords, type ReportWords } from "@/lib/reports/report-words";
import type { AudienceProfile } from "@/lib/model/destination";

export const wordsOf = async (locale: Locale, now: number, profile: AudienceProfile = "internal"): Promise<ReportWords> => reportWords(await messagesOf(locale), { locale, now, zone: "Asia/Almaty", profile });

/** Every document about one case, in all its forms. */
export const builders: Record<string, (data: LetterData, words: ReportWords) => Letter> = {
  case_dossier: buildCaseDossier,
  overdue_facility: (data, words) => buildOverdueLetter(data, "facility", words),
  overdue_prosecutor: (data, words) => buildOverdueLetter(data, "prosecutor", words),
  overdue_ombudsman: (data, words) => buildOverdueLetter(data, "ombudsman", words),
  urgent_appeal: (data, words) => buildArbitraryDetention("urgent_appeal", data, words),
  individual_complaint: (data, words) => buildArbitraryDetention("individual_complaint", data, words),
  special_procedures: buildSpecialProcedures,
};

/** What a reader sees of a block, piece by piece. */
export function textsOf(block: ReportBlock): string[] {
  switch (block.kind) {
    case "facts":
      return block.rows.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat(), block.empty];
    case "list":
      return block.items;
    case "gap":
      return [block.question, block.why];
    case "added":
      return [block.label, block.text];
    case "signature":
      return block.lines;
    case "page_break":
      return [];
    case "heading":
    case "paragraph":
    case "note":
      return [block.text];
  }
}

export const allTexts = ({ title, subtitle, addressee, blocks }: Letter): string[] => [title, subtitle, ...addressee, ...blocks.flatMap(textsOf)];
export const whole = (letter: Letter): string => allTexts(letter).join("\n");
