import { useTranslations } from "next-intl";
import { delimiters } from "@/lib/exchange/csv-read";
import { encodings } from "@/lib/exchange/decode";
import { importKinds } from "@/lib/model/import-kind";

type Props = { action: string; /** What was chosen before a file was refused; the file itself no browser gives back. */ chosen: Partial<Record<"kind" | "encoding" | "delimiter", string>> };

/** A file chosen and sent as any browser does it: nothing here needs JavaScript. */
export function UploadForm({ action, chosen }: Props) {
  const t = useTranslations("imports.upload");
  return (
    <form action={action} method="post" encType="multipart/form-data" className="grid max-w-2xl gap-5" data-testid="upload-form">
      <Choice name="kind" values={importKinds} chosen={chosen.kind} label={t("kind.label")} hint={t("kind.hint")} words={(value) => t(`kind.${value}`)} />
      {/* Before the file: what is chosen arrives before it does. */}
      <Choice name="encoding" values={encodings} chosen={chosen.encoding} label={t("encoding.label")} hint={t("encoding.hint")} words={(value) => t(`encoding.${value}`)} />
      <Choice name="delimiter" values={delimiters} chosen={chosen.delimiter} label={t("delimiter.label")} words={(value) => t(`delimiter.${value}`)} />
      <div className="field">
        <label htmlFor="import-file" className="font-medium">
          {t("file")}
        </label>
        <p id="import-file-hint" className="text-sm text-muted">
          {t("file_hint")}
        </p>
        <input id="import-file" name="file" type="file" accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" required aria-describedby="import-file-hint" className="input w-full" data-testid="field-file" />
      </div>
      <div>
        <button type="submit" className="button button-primary" data-testid="submit">
          {t("submit")}
        </button>
      </div>
    </form>
  );
}

type ChoiceProps = { name: string; values: readonly string[]; chosen: string | undefined; label: string; hint?: string; words: (value: string) => string };

function Choice({ name, values, chosen, label, hint, words }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`import-${name}`} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`import-${name}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <select id={`import-${name}`} name={name} defaultValue={values.find((value) => value === chosen)} aria-describedby={hint && `import-${name}-hint`} className="input w-full sm:max-w-md" data-testid={`field-${name}`}>
        {values.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </div>
  );
}
