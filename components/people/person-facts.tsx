import { useLocale, useTranslations } from "next-intl";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Particulars = { identification: string; sex: string; birthDate: string | null; nationality: string; occupation: string; affiliation: string; residence: string };

/** Every name with its kind, in the order in which they were given. */
export function PersonNames({ names }: { names: readonly { id: string; text: string; kind: string }[] }) {
  const t = useTranslations("people");
  const vocab = useTranslations("vocab.name_kinds");
  if (names.length === 0) return <p className="text-muted">{t("no_names")}</p>;
  return (
    <ul className="grid gap-1" data-testid="person-names">
      {names.map(({ id, text, kind }) => (
        <li key={id} className="wrap-anywhere">
          <bdi>{text}</bdi> <span className="text-sm text-muted">{vocab(kind)}</span>
        </li>
      ))}
    </ul>
  );
}

export function PersonParticulars({ person }: { person: Particulars }) {
  const t = useTranslations("people.field");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const written = (["nationality", "occupation", "affiliation", "residence"] as const).flatMap((key): Fact[] => (person[key] ? [{ key, label: t(key), value: person[key] }] : []));
  const born: Fact[] = person.birthDate === null ? [] : [{ key: "birthDate", label: t("birthDate"), value: formatUncertain(person.birthDate, locale) }];
  return (
    <DescriptionList
      facts={[
        { key: "identification", label: t("identification"), value: vocab(`identifications.${person.identification}`), testId: "identification" },
        { key: "sex", label: t("sex"), value: vocab(`sexes.${person.sex}`) },
        ...born,
        ...written,
      ]}
    />
  );
}

/** What only those who record may see. */
export function PersonGuarded({ guarded }: { guarded: { healthRisk: string; familyContact: string } }) {
  const t = useTranslations("people");
  const facts = (["healthRisk", "familyContact"] as const).map((key) => ({
    key,
    label: t(`field.${key}`),
    value: guarded[key] ? <span className="whitespace-pre-line">{guarded[key]}</span> : t("not_recorded"),
    testId: `guarded-${key}`,
  }));
  return <DescriptionList facts={facts} />;
}
