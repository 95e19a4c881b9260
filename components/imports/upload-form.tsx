import { useTranslations } from "next-intl";
import { delimiters } from "@/lib/exchange/csv-read";
import { encodings } from "@/lib/exchange/decode";

type Props = { action: string };

/** A file chosen and sent as any browser does it: nothing here needs JavaScript. */
export function UploadForm({ action }: Props) {
  const t = useTranslations("imports.upload");
  return (
    <form action={action} method="post" encType="multipart/form-data" className="grid max-w-2xl gap-5" data-testid="upload-form">
      <div className="field">
        <label htmlFor="import-file" className="font-medium">
          {t("file")}
        </label>
        <p id="import-file-hint" className="text-sm text-muted">
          {t("file_hint")}
        </p>
        <input id="import-file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" required aria-describedby="import-file-hint" className="input w-full" data-testid="field-file" />
      </div>
      <Choice name="encoding" values={encodings} label={t("encoding.label")} hint={t("encoding.hint")} words={(value) => t(`encoding.${value}`)} />
      <Choice name="delimiter" values={delimiters} label={t("delimiter.label")} words={(value) => t(`delimiter.${value}`)} />
      <div>
        <button type="submit" className="button button-primary" data-testid="submit">
          {t("submit")}
        </button>
      </div>
    </form>
  );
}

type ChoiceProps = { name: string; values: readonly string[]; label: string; hint?: string; words: (value: string) => string };

function Choice({ name, values, label, hint, words }: ChoiceProps) {
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
      <select id={`import-${name}`} name={name} aria-describedby={hint && `import-${name}-hint`} className="input w-full sm:max-w-md" data-testid={`field-${name}`}>
        {values.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </div>
  );
}
