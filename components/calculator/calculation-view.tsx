"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/forms/field-props";
import { Hypotheses } from "@/components/release/hypotheses";
import { LawNote } from "@/components/release/law-note";
import { LimitClocks } from "@/components/release/limit-clocks";
import { ReadingsTable } from "@/components/release/readings-table";
import { ReasonList } from "@/components/release/reason-list";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatorAnswer } from "@/lib/release/calculate";
import { EnteredFacts } from "./entered-facts";
import { HeadlineCard } from "./headline-card";

type Props = { answer: CalculatorAnswer; places: readonly Option[]; kinds: readonly Option[]; countFroms: readonly Option[] };

/** The whole answer: the expected release and why, every reading, the limits, what a release would imply, and what it rests on. */
export function CalculationView({ answer, ...words }: Props) {
  const t = useTranslations("calculator");
  const release = useTranslations("release");
  const locale = useLocale() as Locale;
  const { estimate, reasons, further, typed, zone, now } = answer;
  const { readings, limits, appeals, hypotheses } = estimate;
  return (
    <>
      <EnteredFacts answer={answer} {...words} />
      <HeadlineCard answer={answer} />
      {further.length > 0 && (
        <Section id="warnings" title={t("warnings")} data-testid="warnings">
          <ul className="list-disc ps-5">
            {further.map((code) => (
              <li key={code}>
                {release(`warning.${code}`)} {code === "WEEKDAY_MISMATCH" && t("weekday_really", { date: formatUncertain(typed.stated, locale, { weekday: true }) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {readings.length > 0 && (
        <Section id="all-readings" title={release("readings.title")}>
          <ReadingsTable estimate={estimate} zone={zone} />
        </Section>
      )}
      <Section id="why" title={release("why")}>
        <ReasonList reasons={reasons} zone={zone} />
      </Section>
      {limits.length + appeals.length > 0 && (
        <div className="card">
          <LimitClocks limits={limits} appeals={appeals} zone={zone} now={now} outstanding={typed.observed === null} orderDate={() => typed.ruling} />
        </div>
      )}
      {hypotheses.length > 0 && (
        <div className="card">
          <Hypotheses hypotheses={hypotheses} sex="unknown" zone={zone} />
        </div>
      )}
      <LawNote estimate={estimate} />
      <p className="flex flex-wrap items-center gap-3 print:hidden">
        <PrintButton label={t("print")} />
        <span className="text-sm text-muted">{t("not_stored")}</span>
      </p>
      <p className="hidden text-sm text-muted print:block">{t("printed", { date: formatInstant(now, zone, locale) })}</p>
    </>
  );
}
