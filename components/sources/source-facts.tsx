import { useLocale, useTranslations } from "next-intl";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Source = {
  kind: string;
  publisher: string;
  author: string;
  url: string;
  language: string;
  published: string | null;
  text: string;
  textSha256: string;
  capturedAt: number;
  reliability: string;
  confidentiality: string;
  /** Only the kind may be seen here. */
  masked: boolean;
};

/** What is known of a source; `zone` is where the organisation works. */
export function SourceFacts({ source, zone }: { source: Source; zone: string }) {
  const t = useTranslations("sources.field");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const written = (["publisher", "author"] as const).flatMap((key): Fact[] => (source[key] ? [{ key, label: t(key), value: source[key] }] : []));
  if (source.masked) return <DescriptionList facts={[{ key: "kind", label: t("kind"), value: vocab(`source_kinds.${source.kind}`) }]} />;
  const link = (
    <a href={source.url} target="_blank" rel="noreferrer noopener" className="link">
      {source.url}
    </a>
  );
  return (
    <DescriptionList
      facts={[
        { key: "kind", label: t("kind"), value: vocab(`source_kinds.${source.kind}`) },
        ...written,
        ...(source.url ? [{ key: "url", label: t("url"), value: link }] : []),
        { key: "language", label: t("language"), value: vocab(`content_languages.${source.language}`) },
        { key: "published", label: t("published"), value: formatUncertain(source.published, locale) },
        { key: "reliability", label: t("reliability"), value: vocab(`source_reliabilities.${source.reliability}`), testId: "source-reliability" },
        { key: "confidentiality", label: t("confidentiality"), value: vocab(`source_confidentialities.${source.confidentiality}`), testId: "source-confidentiality" },
        { key: "captured", label: t("capturedAt"), value: formatInstant(source.capturedAt, zone, locale), testId: "source-captured" },
        ...(source.textSha256 ? [{ key: "sha256", label: t("textSha256"), value: <code className="text-sm break-all">{source.textSha256}</code>, testId: "source-sha256" }] : []),
      ]}
    />
  );
}

/** The text as it was pasted, in its own language. */
export function SourceText({ text, language }: { text: string; language: string }) {
  const t = useTranslations("sources");
  if (text === "") return <p className="text-muted">{t("no_text")}</p>;
  return (
    <div lang={language === "other" ? undefined : language} className="max-w-prose wrap-anywhere whitespace-pre-wrap" data-testid="source-text">
      {text}
    </div>
  );
}
