import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatCount, formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { fileTypeLabel, type FileItem } from "@/lib/model/file";
import { sizeWords } from "./file-words";

type Props = { file: FileItem & { description: string }; uploader: string | null; zone: string };

/** What is known of a file; `zone` is where the organisation works. */
export function FileFacts({ file, uploader, zone }: Props) {
  const t = useTranslations("files");
  const locale = useLocale() as Locale;
  const optional = (key: string, value: string): Fact[] => (value ? [{ key, label: t(`field.${key}`), value }] : []);
  return (
    <>
      {file.verdict !== "kept" && file.verdict !== "" && (
        <Alert tone="today" data-testid="file-warning">
          {t(`verdict.${file.verdict}`)}
        </Alert>
      )}
      <DescriptionList
        facts={[
          { key: "name", label: t("field.name"), value: <bdi>{file.name}</bdi>, testId: "file-name" },
          ...optional("description", file.description),
          { key: "type", label: t("field.type"), value: fileTypeLabel(file.type), testId: "file-type" },
          { key: "size", label: t("field.size"), value: file.size < 1024 ? sizeWords(file.size, t, locale) : t("exact", { size: sizeWords(file.size, t, locale), bytes: formatCount(file.size, locale) }) },
          { key: "sha256", label: t("field.sha256"), value: <code className="text-sm break-all">{file.sha256}</code>, testId: "file-sha256" },
          ...(file.verdict === "kept" ? [{ key: "verdict", label: t("field.verdict"), value: t("verdict.kept") }] : []),
          ...(file.receivedAt === null ? [] : [{ key: "received", label: t("field.received"), value: formatInstant(file.receivedAt, zone, locale) }]),
          ...optional("uploader", uploader ?? ""),
          ...(file.isProtected ? [{ key: "protected", label: t("column.state"), value: <Badge>{t("protected")}</Badge> }] : []),
        ]}
      />
    </>
  );
}
