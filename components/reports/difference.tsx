import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { isUnchanged, type Changed, type ReportDifference } from "@/lib/reports/compare-records";
import { compareSentence } from "@/lib/reports/compare-sentence";
import type { ReportRecord } from "@/lib/model/report";
import { RecordLink, useRecordDates } from "./record-table";

const lists = ["released", "ended", "added", "again", "corrected", "overdue", "stillOverdue", "left", "edited"] as const;

/** What came between two reports: one sentence, then who it was. */
export function Difference({ difference, since, zone, forEverybody }: { difference: ReportDifference; since: string; zone: string; /** Whether the report is public: the sentence is copied into it. */ forEverybody: boolean }) {
  const t = useTranslations("reports.compare");
  const dates = useRecordDates(zone);
  const shown = lists.filter((key) => difference[key].length > 0);
  const told = (record: ReportRecord | Changed) => {
    const { before, after } = "after" in record ? record : { before: record, after: record };
    const [was, is] = [dates(before), dates(after)];
    return { after, dates: was === is ? is : t("was", { before: was, after: is }) };
  };
  return (
    <>
      <p className="text-lg" data-testid="compare-sentence">
        {compareSentence(difference, since, t, (items) => items.join(", "), forEverybody)}
      </p>
      {!isUnchanged(difference) &&
        shown.map((key) => (
          <Section key={key} id={key} title={t(`list.${key}`)} data-testid={`compare-${key}`}>
            <ul className="grid gap-1">
              {difference[key].map(told).map(({ after, dates: when }) => (
                <li key={`${after.kind}/${after.id}`}>
                  <RecordLink record={after} />
                  {after.kind === "case" && <span className="text-muted"> · {when}</span>}
                </li>
              ))}
            </ul>
          </Section>
        ))}
    </>
  );
}
