import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Notes = { added: readonly number[]; foreign: readonly number[]; twice: readonly number[]; missing: number; unknown: readonly string[]; absent: readonly string[] };

const MOST_NUMBERS = 30;
const numbers = (rows: readonly number[]): string => rows.slice(0, MOST_NUMBERS).join(", ") + (rows.length > MOST_NUMBERS ? " …" : "");

/** Rows and columns of a sheet that stand for no record: nothing happens to them, and that is said. */
export function SheetNotes({ notes }: { notes: Notes }) {
  const t = useTranslations("sheets");
  const locale = useLocale() as Locale;
  const lists = (["added", "foreign", "twice"] as const).flatMap((kind) => (notes[kind].length > 0 ? [t(`notes.${kind}`, { count: notes[kind].length, rows: numbers(notes[kind]) })] : []));
  const lines = [
    ...lists,
    ...(notes.missing > 0 ? [t("notes.missing", { count: notes.missing, shown: formatCount(notes.missing, locale) })] : []),
    ...(notes.unknown.length > 0 ? [t("notes.unknown", { columns: notes.unknown.join(", ") })] : []),
    ...(notes.absent.length > 0 ? [t("notes.absent", { columns: notes.absent.map((key) => t(`column.${key}`)).join(", ") })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert title={t("notes.title")} data-testid="sheet-notes">
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Alert>
  );
}
