import { useLocale, useTranslations } from "next-intl";
import { formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Reading, ReleaseEstimate } from "@/lib/release/estimate-facts";

/** Where a reading stands against the date shown above it. */
function placeOf(reading: Reading, { convention, earliest, latest }: ReleaseEstimate): "shown" | "within" | null {
  const [from, to, first, last] = [reading.earliest, reading.latest, earliest, latest].map((each) => (each === null ? NaN : Date.parse(each)));
  if (from === first && to === last && (convention === "WINDOW" || convention === reading.convention)) return "shown";
  return convention === "WINDOW" && Number(from) >= Number(first) && Number(to) <= Number(last) ? "within" : null;
}

const keyOf = ({ convention, links, chain }: Reading): string => [convention, links, chain].filter(Boolean).join("-");

function Fit({ fits, days = null }: { fits: boolean | null; days?: number | null }) {
  const t = useTranslations("cases.reading");
  if (fits === null) return <span className="text-muted">{t("not_comparable")}</span>;
  if (fits) return <strong className="font-medium text-released">{t("fits")}</strong>;
  if (days === null || days === 0) return t("misfits");
  return t(days > 0 ? "later" : "earlier", { days: Math.abs(days) });
}

/** Every reading of the term side by side: when it would end, whether that fits what is stated and what was observed, and which one is shown above. */
export function Readings({ estimate, zone }: { estimate: ReleaseEstimate; zone: string }) {
  const t = useTranslations("release.convention");
  const words = useTranslations("cases.release");
  const reading = useTranslations("cases.reading");
  const locale = useLocale() as Locale;
  const { readings, stated, observed } = estimate;
  if (readings.length === 0) return null;
  const places = { shown: words("shown_above"), within: reading("in_window") };
  return (
    <table role="table" className="records" data-testid="readings">
      <caption className="max-sm:block px-3 text-start text-sm text-muted">{words("readings")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{words("counted_as")}</th>
          <th role="columnheader" scope="col">{words("would_end")}</th>
          {stated.length > 0 && <th role="columnheader" scope="col">{reading("fits_stated")}</th>}
          {observed && <th role="columnheader" scope="col">{reading("fits_observed")}</th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {readings.map((each) => {
          const place = placeOf(each, estimate);
          const notes = [each.links, each.chain, each.byRule ? undefined : "not_by_rule"].flatMap((note) => (note === undefined ? [] : [reading(note)]));
          return (
            <tr key={keyOf(each)} role="row" data-testid={`reading-${keyOf(each)}`}>
              <th role="rowheader" scope="row" data-whole="">
                {t(each.convention)}
                {notes.length > 0 && <span className="block text-sm font-normal">{notes.join(" · ")}</span>}
                {place && <span className="block text-sm font-normal text-muted">{places[place]}</span>}
              </th>
              <td role="cell" data-label={words("would_end")}>{formatWindow(each.earliest, each.latest, zone, locale, { weekday: true })}</td>
              {stated.length > 0 && (
                <td role="cell" data-label={reading("fits_stated")} data-testid="fits-stated">
                  <Fit fits={each.fitsStated} days={each.statedMinusDays} />
                </td>
              )}
              {observed && (
                <td role="cell" data-label={reading("fits_observed")} data-testid="fits-observed">
                  <Fit fits={each.fitsObserved} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
