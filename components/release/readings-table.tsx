import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import { formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatedReading } from "@/lib/release/calculate-facts";
import { FitWords } from "./fit-words";

/** One reading of a term; what it is held against may be left out. */
export type ShownReading = Pick<CalculatedReading, "convention" | "earliest" | "latest" | "kind"> & Partial<Pick<CalculatedReading, "chains" | "inHeadline" | "stated" | "observed">>;

type Props = { readings: readonly ShownReading[]; zone: string };

/** Every reading of a term side by side, each against the stated and the observed release; those that the headline is made of are marked. */
export function ReadingsTable({ readings, zone }: Props) {
  const t = useTranslations("calculator.table");
  const release = useTranslations("release");
  const locale = useLocale() as Locale;
  const against = (key: "stated" | "observed"): Column<ShownReading>[] => {
    if (!readings.some((reading) => reading[key])) return [];
    return [{ key, header: t(key), cell: ({ [key]: fit }) => fit && <FitWords fit={fit} /> }];
  };
  const columns: Column<ShownReading>[] = [
    {
      key: "reading",
      header: t("reading"),
      primary: true,
      cell: ({ convention, chains = [], inHeadline }) => (
        <>
          {release(`convention.${convention}`)}
          {chains.length > 0 && <span className="block text-sm font-normal">{chains.map((chain) => t(`chain.${chain}`)).join("; ")}</span>}
          {inHeadline && (
            <span className="mt-0.5 block font-normal print:ms-2 print:inline">
              <Badge>{t("in_headline")}</Badge>
            </span>
          )}
        </>
      ),
    },
    {
      key: "ends",
      header: t("ends"),
      cell: ({ earliest, latest, kind }) => (
        <span>
          {formatWindow(earliest, latest, zone, locale, { weekday: true })}
          <span className="block text-sm text-muted print:ms-2 print:inline">{release(`kind.${kind}`)}</span>
        </span>
      ),
    },
    ...against("stated"),
    ...against("observed"),
  ];
  const keyOf = ({ convention, chains = [] }: ShownReading): string => [convention, ...chains].join("-");
  return <DataTable caption={t("caption")} columns={columns} rows={readings} rowKey={keyOf} rowTestId={(reading) => `reading-${keyOf(reading)}`} data-testid="readings" />;
}
