import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { AuditLine, Names } from "@/lib/model/audit";
import { rooms, valueWords } from "./change-words";

/** The fields that an entry changed, each with what it was and what it became. */
export function Changes({ line, names }: { line: AuditLine; names: Record<string, Names> }) {
  const t = useTranslations("audit");
  const all = useTranslations();
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const { type } = line.subject;
  const label = (field: string): string => {
    const key = [...(rooms[type] ?? []), "audit"].map((room) => `${room}.field.${field}`).find((candidate) => all.has(candidate));
    return key ? all(key) : field;
  };
  const words = (field: string, value: string) => valueWords(value, { type, field, zone: line.zone, locale, names, vocab, own: t, all });
  return (
    <dl className="grid gap-x-4 gap-y-1 ps-3 text-sm sm:grid-cols-[11rem_minmax(0,1fr)]">
      {line.changes.map(({ field, before, after }) => (
        <div key={field} className="contents">
          <dt className="text-muted">{label(field)}</dt>
          <dd className="min-w-0 wrap-anywhere whitespace-pre-line" data-testid={`change-${field}`}>
            {before !== null && (
              <del className="text-muted">
                <span className="sr-only">{t("before")} </span>
                {words(field, before)}
              </del>
            )}
            {before !== null && after !== null && <ArrowRight aria-hidden className="mx-1 inline size-3.5 align-[-2px] text-muted" />}
            {after !== null && (
              <ins className="no-underline">
                {before !== null && <span className="sr-only">{t("after")} </span>}
                {words(field, after)}
              </ins>
            )}
            {after === null && <span className="text-muted"> {t("emptied")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
