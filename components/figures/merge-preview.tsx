import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { referenceKinds, type ReferenceKind } from "@/lib/model/reference-kinds";

export type MergeSide = { id: string; href: string; name: string; names: readonly { text: string; lang?: Locale | undefined }[]; facts: readonly { label: string; value: string }[]; moves: Partial<Record<ReferenceKind, number>> };

/** Two records side by side: their names, what they are, and what of the reader's teams names each of them. */
export function MergePreview({ sides }: { sides: readonly [MergeSide, MergeSide] }) {
  const t = useTranslations("merging");
  const locale = useLocale() as Locale;
  const kinds = referenceKinds.filter((kind) => sides.some(({ moves }) => moves[kind] !== undefined));
  return (
    <Section id="preview" title={t("preview")} data-testid="merge-preview">
      <div className="grid gap-4 md:grid-cols-2">
        {sides.map(({ id, href, name, names, facts, moves }) => (
          <div key={id} className="grid min-w-0 content-start gap-2 border-s-2 border-line ps-3" data-testid="merge-side">
            <h3 className="wrap-anywhere">
              <Link href={href} prefetch={false} className="link">
                {name}
              </Link>
            </h3>
            <p className="text-sm wrap-anywhere text-muted">
              {t("names")}:{" "}
              {names.map((each, position) => (
                <span key={each.text} lang={each.lang}>
                  {position > 0 && "; "}
                  <bdi>{each.text}</bdi>
                </span>
              ))}
            </p>
            {facts.map(({ label, value }) => (
              <p key={label} className="text-sm text-muted">
                {label}: {value}
              </p>
            ))}
            <p className="font-semibold">{t("moves_title")}</p>
            <ul className="grid gap-0.5">
              {kinds.map((kind) => (
                <li key={kind} className="flex justify-between gap-4 tabular-nums" data-testid={`moves-${kind}`}>
                  <span>{t(`moves.${kind}`)}</span>
                  <span>{formatCount(moves[kind] ?? 0, locale)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="max-w-prose">{t("explain")}</p>
      <p className="max-w-prose text-muted">{t("cancel_hint")}</p>
    </Section>
  );
}
