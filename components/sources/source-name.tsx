import { useTranslations } from "next-intl";

/** The title of a source; a protected one, whose title may not be seen here, says that it is protected. */
export function useSourceName(): (source: { title: string; kind?: string | undefined }) => string {
  const t = useTranslations("sources");
  const kinds = useTranslations("vocab.source_kinds");
  return ({ title, kind }) => title || (kind === undefined ? t("protected") : t("protected_of", { kind: kinds(kind) }));
}
