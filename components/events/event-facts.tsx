import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatUncertain, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { sitesText, type ShownSite } from "./event-words";

type Props = {
  event: { kind: string; start: string | null; startEarliest: number | null; end: string | null; zone: string; organiser: string; demands: string; note: string };
  sites: readonly ShownSite[];
  /** Where the reader works: the place's own time is named when it differs. */
  viewerZone: string;
};

/** What, when, where, by whom, for what. */
export function EventFacts({ event, sites, viewerZone }: Props) {
  const t = useTranslations("events.field");
  const vocab = useTranslations("vocab.event_kinds");
  const locale = useLocale() as Locale;
  const local = event.startEarliest === null ? null : zoneNote(event.zone, viewerZone, event.startEarliest, locale);
  const date = (value: string | null) => [formatUncertain(value, locale), value?.includes("T") && local].filter(Boolean).join(", ");
  const written = (["organiser", "demands", "note"] as const).flatMap((key): Fact[] =>
    event[key] ? [{ key, label: t(key), value: <span className="whitespace-pre-line">{event[key]}</span>, testId: `event-${key}` }] : [],
  );
  return (
    <DescriptionList
      facts={[
        { key: "kind", label: t("kind"), value: vocab(event.kind) },
        { key: "start", label: t("start"), value: date(event.start), testId: "event-start" },
        { key: "end", label: t("end"), value: date(event.end), testId: "event-end" },
        { key: "sites", label: t("placeIds"), value: sitesText(sites, locale), testId: "event-sites" },
        ...written,
      ]}
    />
  );
}

export function EventParticipants({ people, unnamed }: { people: readonly { id: string; displayName: string }[]; /** Words for somebody without a name. */ unnamed: string }) {
  return (
    <ul className="grid gap-1" data-testid="event-participants">
      {people.map(({ id, displayName }) => (
        <li key={id}>
          <Link href={`/people/${id}`} prefetch={false} className="link inline-block min-h-6">
            <bdi>{displayName || unnamed}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
