import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { periodText } from "@/lib/wording/event-words";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/i18n/locales";

type ShownEvent = { id: string; kind: string; title: string; start: string | null; end: string | null };

export function EventsSection({ events }: { events: readonly ShownEvent[] }) {
  const t = useTranslations("figures");
  const vocab = useTranslations("vocab.event_kinds");
  const locale = useLocale() as Locale;
  return (
    <Section id="events" title={t("events")} data-testid="section-events">
      {events.length === 0 ? (
        <p className="text-muted">{t("events_none")}</p>
      ) : (
        <ul className="grid gap-1">
          {events.map(({ id, kind, title, start, end }) => (
            <li key={id} className="min-w-0 wrap-anywhere">
              <Link href={`/events/${id}`} prefetch={false} className="link">
                {title}
              </Link>{" "}
              <span className="text-sm text-muted">
                {vocab(kind)} · {periodText(start, end, locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function PeopleSection({ people }: { people: readonly { id: string; displayName: string }[] }) {
  const t = useTranslations("figures");
  return (
    <Section id="people" title={t("people")} data-testid="section-people">
      {people.length === 0 ? (
        <p className="text-muted">{t("people_none")}</p>
      ) : (
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {people.map(({ id, displayName }) => (
            <li key={id} className="min-w-0 wrap-anywhere">
              <Link href={`/people/${id}`} prefetch={false} className="link inline-block min-h-6">
                <bdi>{displayName}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
