import { Ban, CalendarX, Check, Clock, Minus } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ConsentAnswer, SharedWith } from "@/lib/model/consent";
import { consentAudiences, type ConsentAudience, type ConsentPurpose } from "@/lib/model/vocabularies";
import { ConsentList, type ListedConsent } from "./consent-list";

type Row = { purpose: ConsentPurpose; answers: readonly (ConsentAnswer & { audience: ConsentAudience })[] };
export type ConsentFacts = { consents: readonly ListedConsent[]; table: readonly Row[]; shared: readonly SharedWith[]; zone: string; mayWrite: boolean };

const icons: Record<ConsentAnswer["state"], LucideIcon> = { stands: Check, withdrawn: Ban, expired: CalendarX, not_yet: Clock, none: Minus };

/** May it be shared: yes, with the day on which that ends and the wider audience that it follows from; or no, and why. */
function Answer({ answer, audience, zone }: { answer: ConsentAnswer; audience: ConsentAudience; zone: string }) {
  const t = useTranslations("consent.state");
  const locale = useLocale() as Locale;
  const Icon = icons[answer.state];
  const stands = answer.state === "stands";
  const notes = [...(stands && answer.through !== audience ? [t("through_public")] : []), ...(answer.until === null ? [] : [t("until", { date: formatInstant(answer.until - 1, zone, locale, { compact: true }).replace(/, \d\d:\d\d$/, "") })])];
  return (
    <span className={stands ? "inline-flex items-start gap-1 font-medium text-released" : "inline-flex items-start gap-1 text-muted"} data-testid={`answer-${audience}`} data-state={answer.state}>
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <span>
        {t(answer.state)}
        {notes.length > 0 && <span className="block text-sm font-normal text-muted">{notes.join("; ")}</span>}
      </span>
    </span>
  );
}

/** For what and with whom something about a person may be shared; what is not in the table is for internal use only, and says so. */
export function ConsentSection({ personId, facts: { consents, table, shared, zone, mayWrite } }: { personId: string; facts: ConsentFacts }) {
  const t = useTranslations("consent");
  const vocab = useTranslations("vocab");
  return (
    <>
      <p data-testid="consent-rule">{t(consents.length === 0 ? "rule.none" : shared.length === 0 ? "rule.nothing_stands" : "rule.some")}</p>
      {table.length > 0 && (
        <DataTable<Row>
          caption={t("caption")}
          rows={table}
          rowKey={({ purpose }) => purpose}
          rowTestId={({ purpose }) => `consent-${purpose}`}
          data-testid="consent-table"
          columns={[
            { key: "purpose", header: t("field.purpose"), primary: true, cell: ({ purpose }) => vocab(`consent_purposes.${purpose}`) },
            ...consentAudiences.map((audience, at) => ({
              key: audience,
              header: vocab(`consent_audiences.${audience}`),
              cell: ({ answers }: Row) => <Answer answer={answers[at] ?? { state: "none", through: audience, until: null }} audience={audience} zone={zone} />,
            })),
          ]}
        />
      )}
      <ConsentList personId={personId} consents={consents} zone={zone} mayWrite={mayWrite} />
    </>
  );
}
