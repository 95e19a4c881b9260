import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/wording/place-name";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { institutionName, type InstitutionNames, type NamedInstitution } from "@/lib/model/institution-name";
import { InstitutionLink } from "./institution-link";

type Props = {
  institution: InstitutionNames & { kind: string; address: string; status: string; statusFrom: string | null; legalStatus: string; note: string };
  names: readonly { text: string }[];
  place: { id: string; nameKk: string; nameRu: string; nameEn: string } | null;
  parent: NamedInstitution | null;
};

/** What it is, its other names, where it is, what it is part of, how the law stands to it since when and by whose decision. */
export function InstitutionFacts({ institution, names, place, parent }: Props) {
  const t = useTranslations("institutions.field");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const { name, nameKk, nameRu, nameEn, status, statusFrom, legalStatus } = institution;
  const shown = institutionName(institution, locale);
  const main = [name, nameKk, nameRu, nameEn];
  const further = names.map(({ text }) => text).filter((text) => !main.includes(text));
  const optional = (key: string, value: Fact["value"]): Fact[] => (value ? [{ key, label: t(key), value, testId: `institution-${key}` }] : []);
  const inLanguage = (key: "nameKk" | "nameRu" | "nameEn", lang: Locale) => (institution[key] === shown ? [] : optional(key, institution[key] && <span lang={lang}>{institution[key]}</span>));
  return (
    <DescriptionList
      facts={[
        { key: "kind", label: t("kind"), value: vocab(`institution_kinds.${institution.kind}`) },
        ...(main.slice(1).includes(name) ? [] : name === shown ? [] : optional("name", name)),
        ...inLanguage("nameKk", "kk"),
        ...inLanguage("nameRu", "ru"),
        ...inLanguage("nameEn", "en"),
        ...optional("spellings", further.join("; ")),
        ...optional(
          "placeId",
          place && (
            <Link href={`/places/${place.id}`} prefetch={false} className="link">
              {placeName(place, locale)}
            </Link>
          ),
        ),
        ...optional("address", institution.address),
        ...optional("parent", parent && <InstitutionLink of={parent} />),
        { key: "status", label: t("status"), value: <strong>{vocab(`institution_statuses.${status}`)}</strong>, testId: "institution-status" },
        ...optional("statusFrom", statusFrom && formatUncertain(statusFrom, locale)),
        ...optional("legalStatus", legalStatus),
        ...optional("note", institution.note && <span className="whitespace-pre-line">{institution.note}</span>),
      ]}
    />
  );
}
