import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useSourceName } from "@/components/sources/source-name";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseFrame, ShownStated } from "./case-facts";
import { Withdrawn } from "./withdrawn";

/** What sources say about the release, each with who says so. */
export function StatedList({ frame, stated }: { frame: CaseFrame; stated: readonly ShownStated[] }) {
  const t = useTranslations("cases.stated");
  const locale = useLocale() as Locale;
  const sourceName = useSourceName();
  if (stated.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="grid gap-2">
      {stated.map(({ stated: said, source }) => (
        <li key={said.id} data-testid={`stated-${said.id}`}>
          <p className={said.withdrawn === null ? "text-lg font-bold italic" : "italic line-through"} data-testid="stated-when">
            {formatUncertain(said.when, locale, { weekday: true })}
          </p>
          <p className="text-sm">
            {t("says", { who: said.attributedTo || sourceName({ title: "" }) })}
            {said.sourceId !== null && source !== null && (source || said.attributedTo) && (
              <>
                {" · "}
                <Link href={`/sources/${said.sourceId}`} prefetch={false} className="link">
                  {sourceName({ title: source })}
                </Link>
              </>
            )}
            {frame.editable && said.withdrawn === null && (
              <>
                {" · "}
                <Link href={`/cases/${frame.caseId}/stated/${said.id}`} prefetch={false} className="link print:hidden" data-testid="action-edit-stated">
                  {t("edit")}
                </Link>
              </>
            )}
          </p>
          {said.note && <p className="text-sm whitespace-pre-line text-muted">{said.note}</p>}
          <Withdrawn reason={said.withdrawn} />
        </li>
      ))}
    </ul>
  );
}
