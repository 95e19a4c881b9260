import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseFrame } from "./case-facts";
import { placeName } from "@/lib/wording/case-words";

type CaseEventFacts = { eventId: string; link: string; title: string; start: string | null; spot: string | null; nameKk: string | null; nameRu: string | null; nameEn: string | null };

export type DetailFacts = {
  person: { id: string; identification: string; sex: string; birthDate: string | null; occupation: string; affiliation: string };
  names: readonly { id: string; text: string; kind: string }[];
  events: readonly CaseEventFacts[];
  row: { placeId: string; note: string; createdAt: number };
  /** Human rights that the case engages, as values of their vocabulary. */
  rights: readonly string[];
};

/** Everything that stands on the case itself: the person's names, place, event, who looks after it. */
export function CaseDetails({ frame, facts: { person, names, events, row, rights } }: { frame: CaseFrame; facts: DetailFacts }) {
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
    ...optional("events", events.length > 0 && <CaseEvents events={events} />),
    { key: "lawyer", label: t("field.lawyer"), value: item.lawyer || <span className="text-muted">{t("no_lawyer")}</span>, testId: "case-lawyer" },
    ...optional("ownerId", item.ownerName),
    {
      key: "rights",
      label: t("field.rights"),
      value: (
        <>
          {rights.length === 0 && <span className="text-muted">{t("rights.none")} </span>}
          {rights.map((right) => (
            <span key={right} className="block">
              {vocab(`engaged_rights.${right}`)}
            </span>
          ))}
          {frame.editable && (
            <Link href={`/cases/${frame.caseId}/rights`} prefetch={false} className="link inline-block min-h-6 print:hidden" data-testid="action-mark-rights">
              {t("act.rights")}
            </Link>
          )}
        </>
      ),
      testId: "case-rights",
    },
    ...optional("note", row.note && <span className="whitespace-pre-line">{row.note}</span>),
    ...optional("recorded", formatInstant(row.createdAt, homeZone, locale)),
  ];
  return <DescriptionList facts={facts} />;
}

/** How the case belongs to each of its events: taken there, and at which site, on the eve of it, penalised for it. */
function CaseEvents({ events }: { events: readonly CaseEventFacts[] }) {
  const vocab = useTranslations("vocab.case_event_links");
  const locale = useLocale() as Locale;
  return (
    <ul className="grid gap-1">
      {events.map((event) => (
        <li key={`${event.eventId}/${event.link}`} data-testid={`case-event-${event.link}`}>
          {vocab(event.link)}:{" "}
          <Link href={`/events/${event.eventId}`} prefetch={false} className="link">
            {event.title}
          </Link>
          {[event.start !== null && formatUncertain(event.start, locale), event.nameEn !== null && placeName({ placeKk: event.nameKk ?? "", placeRu: event.nameRu ?? "", placeEn: event.nameEn }, locale), event.spot].filter(Boolean).map((part) => `, ${part}`).join("")}
        </li>
      ))}
    </ul>
  );
}
