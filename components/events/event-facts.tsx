import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { useSourceName } from "@/components/sources/source-name";
import { formatUncertain, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { BodyList } from "./body-list";
import { siteText, type ShownBody, type ShownSite } from "@/lib/wording/event-words";

type Props = {
  event: { kind: string; start: string | null; startEarliest: number | null; end: string | null; zone: string; organiser: string; demands: string; permit: string; note: string };
  sites: readonly ShownSite[];
  organisers: readonly ShownBody[];
  takers: readonly ShownBody[];
  stations: readonly ShownBody[];
  sources: readonly { id: string; title: string; publisher: string }[];
  /** Where the reader works: the place's own time is named when it differs. */
  viewerZone: string;
};

/** What, when, where, by whom, for what, with whose permit; who took people and where to; which sources tell of it. */
export function EventFacts({ event, sites, organisers, takers, stations, sources, viewerZone }: Props) {
  const t = useTranslations("events.field");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const local = event.startEarliest === null ? null : zoneNote(event.zone, viewerZone, event.startEarliest, locale);
  const date = (value: string | null) => [formatUncertain(value, locale), value?.includes("T") && local].filter(Boolean).join(", ");
  const optional = (key: string, told: boolean, value: Fact["value"]): Fact[] => (told ? [{ key, label: t(key), value, testId: `event-${key}` }] : []);
  const written = (key: "organiser" | "demands" | "note") => optional(key, event[key] !== "", <span className="whitespace-pre-line">{event[key]}</span>);
  return (
    <DescriptionList
      facts={[
        { key: "kind", label: t("kind"), value: vocab(`event_kinds.${event.kind}`) },
        { key: "start", label: t("start"), value: date(event.start), testId: "event-start" },
        ...optional("end", event.end !== null, date(event.end)),
        ...optional("sites", true, <Lines lines={sites.map((site) => ({ key: site.id, words: siteText(site, locale) }))} />),
        ...optional("organisers", organisers.length > 0, <BodyList bodies={organisers} />),
        ...written("organiser"),
        ...written("demands"),
        ...optional("permit", event.permit !== "unknown", vocab(`permits.${event.permit}`)),
        ...optional("takers", takers.length > 0, <BodyList bodies={takers} />),
        ...optional("stations", stations.length > 0, <BodyList bodies={stations} />),
        ...optional("sources", sources.length > 0, <Sources sources={sources} />),
        ...written("note"),
      ]}
    />
  );
}

const Lines = ({ lines }: { lines: readonly { key: string; words: string }[] }) => (
  <ul className="grid gap-0.5">
    {lines.map(({ key, words }) => (
      <li key={key}>{words}</li>
    ))}
  </ul>
);

function Sources({ sources }: { sources: readonly { id: string; title: string; publisher: string }[] }) {
  const sourceName = useSourceName();
  return (
    <ul className="grid gap-1">
      {sources.map(({ id, title, publisher }) => (
        <li key={id}>
          <Link href={`/sources/${id}`} prefetch={false} className="link inline-block min-h-6">
            {sourceName({ title })}
          </Link>
          {publisher && `, ${publisher}`}
        </li>
      ))}
    </ul>
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
