import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { listViews, readCaseQuery } from "@/lib/model/case-query";
import { EVERYBODY, exportFormats, exportKinds, HOUSE, type ExportAsked } from "@/lib/model/export";
import { consentPurposes } from "@/lib/model/vocabularies";

type Props = { asked: ExportAsked; recipients: readonly { id: string; name: string; audience: string }[] };

const EXAMPLE = "publication";

/** What to take out, for whom and for what, as a plain form: what is chosen becomes the address of the preview. */
export function AskForm({ asked, recipients }: Props) {
  const t = useTranslations("exports");
  const views = useTranslations("dashboard.view");
  const purposes = useTranslations("vocab.consent_purposes");
  const audiences = useTranslations("vocab.consent_audiences");
  const kept = new URLSearchParams(asked.filter);
  const query = readCaseQuery(Object.fromEntries(kept));
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
      <Choice name="view" label={t("view.label")} hint={[t("view.hint"), kept.size > 0 && t("view.kept"), query.q && t("view.search", { q: query.q })].filter(Boolean).join(" ")} value={query.view ?? "all"} options={listViews.map((value) => ({ value, label: views(value) }))} />
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
