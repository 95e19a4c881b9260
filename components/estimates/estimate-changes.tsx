import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRuleWords } from "@/components/rules/rule-words";
import { formatDuration, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { FactChange, FieldChange, ResultChange, ResultWindow } from "@/lib/model/estimate-diff";
import { changeTitle, factWords, fieldTitle, inReadingOrder, type ChangeWords, type OrderNames } from "./change-words";

export type ShownByHand = { id: string; when: string; reason: string; author: string };
export type ShownChange = {
  facts: readonly FactChange[];
  result: ResultChange | null;
  versions: readonly FieldChange[];
  override: { before: ShownByHand | null; after: ShownByHand | null } | null;
  orders: OrderNames;
};

/** What was, an arrow, what is; either side can be missing. */
function FromTo({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations("audit");
  return (
    <>
      {before !== null && (
        <del className="text-muted">
          <span className="sr-only">{t("before")} </span>
          {before}
        </del>
      )}
      {before !== null && after !== null && <ArrowRight aria-hidden className="mx-1 inline size-3.5 align-[-2px] text-muted" />}
      {after !== null && (
        <ins className="no-underline">
          {before !== null && <span className="sr-only">{t("after")} </span>}
          {after}
        </ins>
      )}
    </>
  );
}

function FactLine({ change, words }: { change: FactChange; words: ChangeWords }) {
  const shown = inReadingOrder(change.fields).filter(({ name }) => !(change.change !== "changed" && name === "kind"));
  const side = (name: string, value: string | null) => (value === null && change.change !== "changed" ? null : factWords(change, name, value, words));
  return (
    <li data-testid={`fact-${change.part}-${change.change}`}>
      {changeTitle(change, words)}
      {shown.map((field) => (
        <span key={field.name}>
          {" · "}
          {fieldTitle(change, field, words)} — <FromTo before={side(field.name, field.before)} after={side(field.name, field.after)} />
        </span>
      ))}
    </li>
  );
}

/** A result in words: its window and where it comes from. */
export function useResultWords(zone: string): (result: ResultWindow) => string {
  const t = useTranslations("estimates.basis");
  const locale = useLocale() as Locale;
  return ({ basis, earliest, latest }) => (earliest === null && latest === null ? t("none") : `${formatWindow(earliest, latest, zone, locale, { weekday: true })} (${t(basis)})`);
}

function ResultLine({ result, zone }: { result: ResultChange; zone: string }) {
  const t = useTranslations("estimates");
  const locale = useLocale() as Locale;
  const words = useResultWords(zone);
  const { shift } = result;
  return (
    <p data-testid="result-change">
      <FromTo before={words(result.before)} after={words(result.after)} />
      {shift !== null && shift !== 0 && <strong> · {t(shift > 0 ? "later" : "earlier", { by: formatDuration(shift * 60_000, locale) })}</strong>}
    </p>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-muted">{title}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** What changed between two estimates: in the facts, in what was set by hand, in the versions, and in the result. */
export function EstimateChanges({ change, zone }: { change: ShownChange; zone: string }) {
  const t = useTranslations("estimates");
  const locale = useLocale() as Locale;
  const words: ChangeWords = { t, vocab: useTranslations("vocab"), law: useTranslations("law"), ruleWords: useRuleWords(), locale, orders: change.orders };
  const { facts, result, versions, override } = change;
  const hand = (set: ShownByHand | null) => (set === null ? null : `${formatUncertain(set.when, locale)}, ${set.author}: ${set.reason}`);
  return (
    <dl className="grid gap-1.5 text-sm" data-testid="estimate-changes">
      {facts.length > 0 && (
        <Group title={t("changed.facts")}>
          <ul className="grid gap-1">
            {facts.map((each, i) => (
              <FactLine key={i} change={each} words={words} />
            ))}
          </ul>
        </Group>
      )}
      {override && (
        <Group title={t("changed.override")}>
          <span data-testid="override-change">{override.after === null ? t("override_gone", { when: formatUncertain(override.before?.when ?? null, locale) }) : <FromTo before={hand(override.before)} after={hand(override.after)} />}</span>
        </Group>
      )}
      {versions.length > 0 && (
        <Group title={t("changed.versions")}>
          <ul className="grid gap-1" data-testid="version-changes">
            {versions.map(({ name, before, after }) => (
              <li key={name}>
                {t(`version.${name}`)} — <FromTo before={before} after={after} />
              </li>
            ))}
          </ul>
        </Group>
      )}
      <Group title={t("changed.result")}>{result ? <ResultLine result={result} zone={zone} /> : <span data-testid="result-same">{t("same_result")}</span>}</Group>
    </dl>
  );
}
