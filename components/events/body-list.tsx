import { useLocale, useTranslations } from "next-intl";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ShownBody } from "@/lib/wording/event-words";

/** As many as the eye takes in; a published list names a hundred stations for one event. */
const SHOWN = 10;

/** Institutions of an event, each with what it is and how the law stands to it, as far as told; of many the rest opens. */
export function BodyList({ bodies }: { bodies: readonly ShownBody[] }) {
  const t = useTranslations("events");
  const rest = bodies.length > SHOWN + 2 ? bodies.slice(SHOWN) : [];
  return (
    <>
      <Bodies bodies={bodies.slice(0, bodies.length - rest.length)} />
      {rest.length > 0 && (
        <details>
          <summary className="link inline-flex min-h-11 items-center sm:min-h-8">{t("more_bodies", { count: rest.length })}</summary>
          <Bodies bodies={rest} />
        </details>
      )}
    </>
  );
}

function Bodies({ bodies }: { bodies: readonly ShownBody[] }) {
  const t = useTranslations("events");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  return (
    <ul className="grid gap-1">
      {bodies.map((body) => (
        <li key={body.id} data-testid={`body-${body.id}`}>
          <InstitutionLink of={body} /> <span className="text-sm text-muted">{vocab(`institution_kinds.${body.kind}`)}</span>
          {(body.status !== "unknown" || body.legalStatus) && (
            <span className="block text-sm" data-testid="legal-status">
              {[
                body.status !== "unknown" && vocab.has(`institution_statuses.${body.status}`) && vocab(`institution_statuses.${body.status}`),
                body.status !== "unknown" && body.statusFrom !== null && t("since", { date: formatUncertain(body.statusFrom, locale) }),
                body.legalStatus,
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
