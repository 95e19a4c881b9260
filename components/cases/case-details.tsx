import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseFrame } from "./case-facts";
import { placeName } from "./case-words";

export type DetailFacts = {
  person: { id: string; identification: string; sex: string; birthDate: string | null; occupation: string; affiliation: string };
  names: readonly { id: string; text: string; kind: string }[];
  event: { id: string; kind: string; title: string; start: string | null } | undefined;
  row: { placeId: string; eventLink: string; note: string; createdAt: number };
};

/** Everything that stands on the case itself: the person's names, place, event, who looks after it. */
export function CaseDetails({ frame, facts: { person, names, event, row } }: { frame: CaseFrame; facts: DetailFacts }) {
  const t = useTranslations("cases");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const { item, homeZone } = frame;
  const optional = (key: string, value: Fact["value"]): Fact[] => (value ? [{ key, label: t(`field.${key}`), value, testId: `case-${key}` }] : []);
  const shownNames = names.map((name) => (
    <span key={name.id} className="block">
      <bdi>{name.text}</bdi> <span className="text-sm text-muted">{vocab(`name_kinds.${name.kind}`)}</span>
    </span>
  ));
  const facts: Fact[] = [
    {
      key: "person",
      label: t("field.person"),
      value: (
        <>
          {shownNames}
          <Link href={`/people/${person.id}`} prefetch={false} className="link inline-block min-h-6" data-testid="action-person">
            {t("open_person")}
          </Link>{" "}
          <span className="text-sm text-muted">{vocab(`identifications.${person.identification}`)}</span>
        </>
      ),
    },
    ...optional("sex", person.sex === "unknown" ? "" : vocab(`sexes.${person.sex}`)),
    ...optional("birthDate", person.birthDate && formatUncertain(person.birthDate, locale)),
    ...optional("occupation", person.occupation),
    ...optional("affiliation", person.affiliation),
    ...optional("slot", item.slot !== null && item.slotCount !== null ? t("slot_of", { slot: item.slot, count: item.slotCount }) : ""),
    ...optional(
      "placeId",
      <Link href={`/places/${row.placeId}`} prefetch={false} className="link">
        {placeName(item, locale)}
      </Link>,
    ),
    ...optional("agency", item.agency && <InstitutionLink of={item.agency} />),
    ...optional("heldAt", item.heldAt && <InstitutionLink of={item.heldAt} />),
    ...optional(
      "eventId",
      event && (
        <>
          {vocab(`case_event_links.${row.eventLink}`)}:{" "}
          <Link href={`/events/${event.id}`} prefetch={false} className="link">
            {event.title}
          </Link>
          {event.start !== null && `, ${formatUncertain(event.start, locale)}`}
        </>
      ),
    ),
    { key: "lawyer", label: t("field.lawyer"), value: item.lawyer || <span className="text-muted">{t("no_lawyer")}</span>, testId: "case-lawyer" },
    ...optional("ownerId", item.ownerName),
    ...optional("note", row.note && <span className="whitespace-pre-line">{row.note}</span>),
    ...optional("recorded", formatInstant(row.createdAt, homeZone, locale)),
  ];
  return <DescriptionList facts={facts} />;
}
