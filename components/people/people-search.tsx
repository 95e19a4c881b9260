import { useTranslations } from "next-intl";
import { WordSearch } from "@/components/ui/word-search";

/** Finds people by parts of any name. */
export function PeopleSearch({ query }: { query: string | undefined }) {
  const t = useTranslations("people.search");
  return <WordSearch label={t("label")} placeholder={t("placeholder")} submit={t("submit")} query={query} />;
}
