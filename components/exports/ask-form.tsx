import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { listViews, readCaseQuery } from "@/lib/model/case-query";
import { EVERYBODY, eventOfCounts, exportFormats, exportKinds, filterParts, HOUSE, type ExportAsked } from "@/lib/model/export";
import { overViews, readOverQuery } from "@/lib/model/over-detention";
import { consentPurposes } from "@/lib/model/vocabularies";

type Props = { asked: ExportAsked; recipients: readonly { id: string; name: string; audience: string }[] };

const EXAMPLE = "publication";

/** What to take out, for whom and for what, as a plain form: what is chosen becomes the address of the preview. */
export function AskForm({ asked, recipients }: Props) {
  const t = useTranslations("exports");
  const locale = useLocale() as Locale;
  const views = useTranslations(asked.what === "over_detention" ? "overheld.view" : "dashboard.view");
  const purposes = useTranslations("vocab.consent_purposes");
  const audiences = useTranslations("vocab.consent_audiences");
  const kept = new URLSearchParams(filterParts(asked.filter));
  const view = kept.get("view") ?? "all";
  kept.delete("view");
  const receivers = [
    { value: EVERYBODY, label: t("to.public") },
    ...recipients.map(({ id, name, audience }) => ({ value: id, label: t("to.recipient", { name, audience: audiences(audience) }) })),
    { value: HOUSE, label: t("to.internal") },
  ];
  return (
    <form action="/exports/preview" method="get" className="card grid max-w-3xl gap-4" data-testid="export-form">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice name="what" label={t("what.label")} value={asked.what} options={exportKinds.map((value) => ({ value, label: t(`what.${value}`) }))} />
        <Choice name="format" label={t("format.label")} value={asked.format} options={exportFormats.map((value) => ({ value, label: t(`format.${value}`) }))} />
      </div>
      {asked.what === "counts" && eventOfCounts(asked.filter) ? (
        <p>
          <input type="hidden" name="view" value="all" />
          {t("view.event")}
        </p>
      ) : (
        <Choice name="view" label={t("view.label")} hint={viewHint(asked, t, locale)} value={view} options={(asked.what === "over_detention" ? overViews : listViews).map((value) => ({ value, label: views(value) }))} />
      )}
      <Choice name="to" label={t("to.label")} hint={t("to.hint")} value={asked.to} options={receivers} />
      <Choice name="purpose" label={t("purpose.label")} hint={t("purpose.hint")} value={asked.purpose || EXAMPLE} options={consentPurposes.map((value) => ({ value, label: purposes(value) }))} />
      <div>
        <Button type="submit" variant="primary" data-testid="action-preview">
          {t("show")}
        </Button>
      </div>
    </form>
  );
}

/** What the choice is good for, and what stays of the list that one came from. */
function viewHint({ what, filter }: ExportAsked, t: (key: string, values?: Record<string, string>) => string, locale: Locale): string {
  const query = Object.fromEntries(new URLSearchParams(filter));
  const { from, to } = readOverQuery(query);
  const { q } = readCaseQuery(query);
  const said = (day: string | undefined) => (day ? formatUncertain(day, locale) : "…");
  if (what === "over_detention") return [t("view.over"), (from ?? to) && t("view.days", { from: said(from), to: said(to) })].filter(Boolean).join(" ");
  const isKept = Object.keys(query).some((name) => name !== "view");
  return [t("view.hint"), isKept && t("view.kept"), q && t("view.search", { q })].filter(Boolean).join(" ");
}

type ChoiceProps = { name: string; label: string; hint?: string; value: string; options: readonly { value: string; label: string }[] };

function Choice({ name, label, hint, value, options }: ChoiceProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={`export-${name}`} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`export-${name}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <select id={`export-${name}`} name={name} defaultValue={value} aria-describedby={hint ? `export-${name}-hint` : undefined} className="input w-full" data-testid={`field-${name}`}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
