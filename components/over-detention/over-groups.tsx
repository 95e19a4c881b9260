import { InstitutionLink } from "@/components/institutions/institution-link";
import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { formatCount, formatHours } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NamedInstitution } from "@/lib/model/institution-name";

export type ShownOverGroup = { key: string | null; institution: NamedInstitution | null; count: number; least: number; most: number; mostUnknown: number };

type Props = { by: "facility" | "court" | "kind"; groups: readonly ShownOverGroup[] };

/** Hours by place of detention, by court or by what was over; the most first. */
export function OverGroups({ by, groups }: Props) {
  const t = useTranslations("overheld");
  const kinds = useTranslations("vocab.over_kinds");
  const locale = useLocale() as Locale;
  const named = ({ key, institution }: ShownOverGroup) => (by === "kind" && key !== null ? kinds(key) : institution ? <InstitutionLink of={institution} /> : t(`by.${by}.unknown`));
  const most = (group: ShownOverGroup) => (group.mostUnknown > 0 ? t("not_known") : formatHours(group.most, locale));
  return (
    <Section id={`by-${by}`} title={t(`by.${by}.title`)} data-testid={`by-${by}`}>
      <p className="text-sm text-muted">{t(`by.${by}.shows`)}</p>
      <table className="w-full text-start [&_td]:py-1 [&_td]:ps-4 [&_th]:py-1 [&_th+th]:ps-4 [&_th]:text-start">
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col">{t(`by.${by}.column`)}</th>
            <th scope="col" className="text-end!">
              {t("column.people")}
            </th>
            <th scope="col" className="text-end!">
              {t("column.least")}
            </th>
            <th scope="col" className="text-end! max-sm:hidden">
              {t("column.most")}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key ?? ""} className="border-t border-line" data-testid={`by-${by}-row`}>
              <th scope="row" className="min-w-0 pe-2 font-normal wrap-anywhere">
                {named(group)}
              </th>
              <td className="text-end tabular-nums">{formatCount(group.count, locale)}</td>
              <td className="text-end tabular-nums">
                {formatHours(group.least, locale)}
                <span className="block text-sm text-muted sm:hidden">{t("column.most_short", { most: most(group) })}</span>
              </td>
              <td className="text-end whitespace-nowrap tabular-nums max-sm:hidden">{most(group)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
