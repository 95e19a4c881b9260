import { useLocale, useTranslations } from "next-intl";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ShownBody } from "./event-words";

/** Institutions of an event, each with what it is and how the law stands to it, as far as told. */
export function BodyList({ bodies }: { bodies: readonly ShownBody[] }) {
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
