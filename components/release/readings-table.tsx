import { useLocale, useTranslations } from "next-intl";
import { DataTable, type Column } from "@/components/ui/data-table";
import { formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Reading, ReleaseEstimate } from "@/lib/release/estimate-facts";
import { FitWords } from "./fit-words";

type Shown = Pick<ReleaseEstimate, "readings" | "convention" | "earliest" | "latest" | "stated" | "observed">;

/** Where a reading stands against the date shown above it. */
function placeOf(reading: Reading, { convention, earliest, latest }: Shown): "shown_above" | "in_window" | null {
  const [from, to, first, last] = [reading.earliest, reading.latest, earliest, latest].map((each) => (each === null ? NaN : Date.parse(each)));
  if (from === first && to === last && (convention === "WINDOW" || convention === reading.convention)) return "shown_above";
  return convention === "WINDOW" && Number(from) >= Number(first) && Number(to) <= Number(last) ? "in_window" : null;
}

const keyOf = ({ convention, links, chain }: Reading): string => [convention, links, chain].filter(Boolean).join("-");

/** Every reading of a term side by side: when it would end, whether that fits what is stated and what was observed, and which one is shown above. */
export function ReadingsTable({ estimate, zone }: { estimate: Shown; zone: string }) {
  const t = useTranslations("release.readings");
  const conventions = useTranslations("release.convention");
  const locale = useLocale() as Locale;
  const { readings, stated, observed } = estimate;
  if (readings.length === 0) return null;
  const columns: Column<Reading>[] = [
    {
      key: "reading",
      header: t("counted_as"),
      primary: true,
      cell: (reading) => {
        const place = placeOf(reading, estimate);
        const notes = [reading.links, reading.chain, reading.byRule ? undefined : "not_by_rule"].flatMap((note) => (note === undefined ? [] : [t(note)]));
        return (
          <>
            {conventions(reading.convention)}
            {notes.length > 0 && <span className="block text-sm font-normal print:ms-1.5 print:inline">{notes.join(" · ")}</span>}
            {place && <span className="block text-sm font-normal text-muted print:ms-1.5 print:inline">{t(place)}</span>}
          </>
        );
      },
    },
    { key: "ends", header: t("would_end"), cell: ({ earliest, latest }) => formatWindow(earliest, latest, zone, locale, { weekday: true }) },
  ];
  if (stated.length > 0) columns.push({ key: "stated", header: t("stated"), cell: ({ fitsStated, statedMinusDays, statedGap }) => <FitWords fits={fitsStated} days={statedMinusDays} gap={statedGap} /> });
  if (observed) columns.push({ key: "observed", header: t("observed"), cell: ({ fitsObserved, observedMinusDays, observedGap }) => <FitWords fits={fitsObserved} days={observedMinusDays} gap={observedGap} /> });
  return <DataTable caption={t("title")} columns={columns} rows={readings} rowKey={keyOf} rowTestId={(reading) => `reading-${keyOf(reading)}`} data-testid="readings" />;
}
