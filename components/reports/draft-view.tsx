import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/use-form-action";
import { Alert } from "@/components/ui/alert";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ReportDocument, ReportFrame } from "@/lib/model/report-document";
import { gapAnchor, ReportView } from "./report-view";
import { TextForm } from "./text-form";

type AddedText = { slot: string; text: string; version: number; updatedAt: number; authorName: string | null };
type Props = {
  reportId: string;
  document: ReportDocument;
  frame: ReportFrame;
  texts: readonly AddedText[];
  action: FormAction;
  /** One key for each form. */
  submissions: Record<string, string>;
  /** The slot that was saved a moment ago. */
  saved: string | undefined;
  zone: string;
  today: string;
};

/** The questions of the receiver that the record does not answer, each a link to its place. */
export function GapList({ document }: { document: ReportDocument }) {
  const t = useTranslations("reports.draft");
  const gaps = document.blocks.flatMap((block, at) => (block.kind === "gap" ? [{ at, question: block.question }] : []));
  if (gaps.length === 0) return null;
  return (
    <Alert tone="today" title={t("gaps", { count: gaps.length })} data-testid="report-gaps">
      <p>{t("gaps_left_out")}</p>
      <ul className="list-disc ps-5">
        {gaps.map(({ at, question }) => (
          <li key={at}>
            <a href={`#${gapAnchor(at)}`} className="link" lang={document.locale}>
              {question}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** A draft as it would leave now, with a form in every place where text can be added. */
export function DraftView({ reportId, document, frame, texts, action, submissions, saved, zone, today }: Props) {
  const t = useTranslations("reports.draft");
  const locale = useLocale() as Locale;
  return (
    <ReportView
      document={document}
      frame={frame}
      added={({ slot, label, text }) => {
        const known = texts.find((each) => each.slot === slot);
        return (
          <div id={`added-${slot}`} className="rounded-md border border-dashed border-edge p-3 print:border-0 print:p-0">
            <div className="print:hidden">
              <TextForm action={action} reportId={reportId} slot={slot} label={label} hint={t("text_hint")} submitLabel={t("save_text")} lang={document.locale} text={text} version={known?.version ?? 0} submission={submissions[slot] ?? ""} today={today} />
              {known && (
                <p className="mt-2 text-sm text-muted" lang={locale}>
                  {t("text_by", { name: known.authorName ?? "–", when: formatInstant(known.updatedAt, zone, locale, { compact: true }) })}
                </p>
              )}
              {saved === slot && (
                <p role="status" className="text-sm text-released" data-testid={`saved-${slot}`}>
                  {t("saved")}
                </p>
              )}
            </div>
          </div>
        );
      }}
    />
  );
}
