"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/forms/field-props";
import { ReadingsTable } from "@/components/release/readings-table";
import { useSentence } from "@/components/release/use-sentence";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { ruleKey } from "@/lib/release/explain";
import type { CalculatorAnswer } from "./calculator-answer";
import { EnteredFacts } from "./entered-facts";
import { HeadlineCard } from "./headline-card";
import { ImpliedTable } from "./implied-table";
import { LimitClocks } from "./limit-clocks";

type Props = { answer: CalculatorAnswer; places: readonly Option[]; kinds: readonly Option[]; countFroms: readonly Option[] };

/** Codes that a sentence among the reasons, or a limit, already says in full. */
const told: ReadonlySet<string> = new Set([
  "START_UNCERTAIN",
  "START_NOT_RECORDED",
  "START_UNKNOWN",
  "TERM_UNKNOWN",
  "INDETERMINATE",
  "COUNTING_NOT_CONFIRMED",
  "STATED_DIFFERS",
  "OBSERVED_BEFORE_EARLIEST",
  "OBSERVED_AFTER_LATEST",
  "LIMIT_EXCEEDED",
  "LIMIT_POSSIBLY_EXCEEDED",
]);

/** The whole answer: the expected release and why, every reading, the limits, what a release would imply, and what it rests on. */
export function CalculationView({ answer, ...words }: Props) {
  const t = useTranslations("calculator");
  const warning = useTranslations("release.warning");
  const locale = useLocale() as Locale;
  const sentence = useSentence(answer.calculation.zone);
  const { calculation, now } = answer;
  const { readings, limits, implied, reasons, warnings, zone } = calculation;
  const further = warnings.filter((code) => !told.has(code));
  return (
    <>
      <EnteredFacts answer={answer} {...words} />
      <HeadlineCard calculation={calculation} now={now} />
      {further.length > 0 && (
        <Section id="warnings" title={t("warnings")} data-testid="warnings">
          <ul className="list-disc ps-5">
            {further.map((code) => (
              <li key={code}>
                {warning(code)} {code === "WEEKDAY_MISMATCH" && t("weekday_really", { date: formatUncertain(answer.facts.stated, locale, { weekday: true }) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {readings.length > 0 && (
        <Section id="all-readings" title={t("table.caption")}>
          <ReadingsTable readings={readings} zone={zone} />
        </Section>
      )}
      <Section id="why" title={t("why")}>
        <ol className="grid list-decimal gap-1 ps-5" data-testid="reasons">
          {reasons.map((reason, position) => (
            <li key={`${reason.key}/${position}`}>{sentence(reason)}</li>
          ))}
        </ol>
      </Section>
      {limits.length > 0 && <LimitClocks limits={limits} zone={zone} />}
      {implied && <ImpliedTable implied={implied} zone={zone} />}
      <Law calculation={calculation} />
      <p className="flex flex-wrap items-center gap-3 print:hidden">
        <PrintButton label={t("print")} />
        <span className="text-sm text-muted">{t("not_stored")}</span>
      </p>
      <p className="hidden text-sm text-muted print:block">{t("printed", { date: formatInstant(now, zone, locale) })}</p>
    </>
  );
}

function Law({ calculation: { provenance, headline } }: { calculation: CalculatorAnswer["calculation"] }) {
  const t = useTranslations("calculator");
  const release = useTranslations("release");
  const law = headline && `law.${ruleKey(headline.rule.id)}`;
  return (
    <div className="grid gap-1 text-sm text-muted" data-testid="provenance">
      {headline && law && release.has(law) && (
        <p>
          {t("law", { citation: release(law) })} · <strong>{release(`confidence.${headline.rule.confidence}`)}</strong>
        </p>
      )}
      <p>{t("provenance", { engine: provenance.engine, rules: `${provenance.ruleSet} ${provenance.ruleSetVersion}`, zoneData: provenance.zoneData })}</p>
      <p className="font-medium text-ink">{t("no_advice")}</p>
    </div>
  );
}
