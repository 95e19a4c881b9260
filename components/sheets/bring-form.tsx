import { useTranslations } from "next-intl";

/** A file chosen and sent as any browser does it: nothing here needs JavaScript. */
export function BringSheetForm({ action }: { action: string }) {
  const t = useTranslations("sheets.bring");
  return (
    <form action={action} method="post" encType="multipart/form-data" className="grid max-w-2xl gap-4" data-testid="bring-sheet-form">
      <div className="field">
        <label htmlFor="sheet-file" className="font-medium">
          {t("file")}
        </label>
        <p id="sheet-file-hint" className="text-sm text-muted">
          {t("file_hint")}
        </p>
        <input id="sheet-file" name="file" type="file" accept=".xlsx" required aria-describedby="sheet-file-hint" className="input w-full" data-testid="field-file" />
      </div>
      <div>
        <button type="submit" className="button button-primary" data-testid="submit">
          {t("submit")}
        </button>
      </div>
    </form>
  );
}
