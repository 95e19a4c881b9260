import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { WordSearch } from "@/components/ui/word-search";

type Props = { base: string; query: string | undefined; offered: readonly { id: string; name: string; note: string }[]; note?: string | undefined };

/** Finds the other record; choosing one shows what would move and changes nothing yet. */
export function MergeChoice({ base, query, offered, note }: Props) {
  const t = useTranslations("merging");
  return (
    <Section id="choose" title={t("choose")}>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      {note && <p className="max-w-prose text-muted">{note}</p>}
      <WordSearch label={t("search.label")} placeholder={t("search.placeholder")} submit={t("search.submit")} query={query} />
      {offered.length === 0 && <p>{t(query ? "none" : "none_like")}</p>}
      <ul className="grid gap-1" data-testid="merge-offered">
        {offered.map(({ id, name, note: about }) => (
          <li key={id} className="min-w-0 wrap-anywhere">
            <Link href={`${base}?into=${id}`} prefetch={false} className="link inline-block min-h-6">
              {name}
            </Link>{" "}
            <span className="text-sm text-muted">{about}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
