import { useLocale, useTranslations } from "next-intl";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatInstant } from "@/lib/i18n/formats";
import { nativeNames, type Locale } from "@/lib/i18n/locales";

type Props = {
  report: { kind: string; profile: string; locale: string; purpose: string | null; engineVersion: string; reason: string; issuedAt: number | null; issuedById: string | null; number: number | null };
  name: string;
  period: string;
  filter: string;
  counts: { records: number; named: number; pseudonymous: number };
  files: readonly { format: string; sha256: string }[];
  fingerprint: string;
  people: Record<string, string>;
  zone: string;
};

/** Number, hashes, filter, who and when of an issued report. */
export function IssuedFacts({ report, name, period, filter, counts, files, fingerprint, people, zone }: Props) {
  const t = useTranslations("reports");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const hash = (value: string) => <span className="font-mono text-sm break-all">{value}</span>;
  const facts: (Fact | false)[] = [
    { key: "number", label: t("field.number"), value: name, testId: "report-number" },
    { key: "to", label: t("field.to"), value: t(`to.${report.profile}`) },
    report.purpose !== null && { key: "purpose", label: t("field.purpose"), value: vocab(`consent_purposes.${report.purpose}`) },
    { key: "locale", label: t("field.locale"), value: nativeNames[report.locale as Locale] },
    { key: "period", label: t("column.period"), value: period },
    filter !== "" && { key: "filter", label: t("field.filter"), value: filter },
    { key: "issued", label: t("frozen.issued"), value: t("frozen.by_when", { name: people[report.issuedById ?? ""] ?? "–", when: report.issuedAt === null ? "" : formatInstant(report.issuedAt, zone, locale) }) },
    report.reason !== "" && { key: "reason", label: t("field.reason"), value: report.reason },
    { key: "counts", label: t("frozen.counts"), value: t("draft.counts", counts) },
    { key: "engine", label: t("frozen.engine"), value: report.engineVersion },
    { key: "content", label: t("frozen.content"), value: hash(fingerprint) },
    ...(["pdf", "docx"] as const).map((format): Fact => {
      const file = files.find((each) => each.format === format);
      return { key: format, label: t("frozen.file_hash", { format: format.toUpperCase() }), value: file ? hash(file.sha256) : t("frozen.not_made"), testId: `hash-${format}` };
    }),
  ];
  return <DescriptionList facts={facts.filter((fact) => fact !== false)} />;
}
