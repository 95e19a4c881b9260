import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useSourceName } from "@/components/sources/source-name";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { institutionName, type Body } from "@/lib/model/institution-name";
import { WithdrawnBecause } from "./withdrawn-because";

export type ShownAnswer = { id: string; body: Body | null; asked: string | null; answer: string; answered: string | null; note: string; source: { id: string; title: string } | null; withdrawn: string | null };

type Props = { answers: readonly ShownAnswer[]; /** Where an answer is corrected; absent for those who may not. */ editHref?: ((id: string) => string) | undefined };

/** What the authorities were asked and what they answered, newest first; what was taken back stays, struck through. */
export function AnswerList({ answers, editHref }: Props) {
  const t = useTranslations("allegations");
  const vocab = useTranslations("vocab.authority_responses");
  const locale = useLocale() as Locale;
  const sourceName = useSourceName();
  if (answers.length === 0) return <p className="text-muted">{t("answers.none")}</p>;
  return (
    <ul className="grid gap-3" data-testid="answers">
      {answers.map(({ id, body, asked, answer, answered, note, source, withdrawn }) => (
        <li key={id} className="grid gap-1 border-s-2 border-line ps-3 wrap-anywhere" data-testid={`answer-${id}`}>
          <p className={withdrawn === null ? undefined : "line-through"}>
            <strong>{body ? institutionName(body, locale) : t("answers.authorities")}</strong>: {vocab(answer)}
          </p>
          {(asked ?? answered) !== null && (
            <p className="text-sm text-muted">
              {[...(asked ? [t("answers.asked_on", { when: formatUncertain(asked, locale) })] : []), ...(answered ? [t("answers.answered_on", { when: formatUncertain(answered, locale) })] : [])].join(" · ")}
            </p>
          )}
          {note && (
            <blockquote className="whitespace-pre-line">
              <q>{note}</q>
            </blockquote>
          )}
          {source && (
            <p className="text-sm">
              <Link href={`/sources/${source.id}`} prefetch={false} className="link inline-block min-h-6">
                {sourceName(source)}
              </Link>
            </p>
          )}
          <WithdrawnBecause reason={withdrawn} />
          {editHref && withdrawn === null && (
            <p className="print:hidden">
              <Link href={editHref(id)} prefetch={false} className="link inline-block min-h-6" data-testid={`edit-answer-${id}`}>
                {t("answers.edit")}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
