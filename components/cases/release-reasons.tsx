import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LawNote } from "@/components/release/law-note";
import { ReadingsTable } from "@/components/release/readings-table";
import { ReasonList } from "@/components/release/reason-list";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { explain } from "@/lib/release/explain";

/** "Why this date?": the reasons as sentences, every reading side by side, the law with how sure it is. */
export function ReleaseReasons({ estimate, zone, open = false, children }: { estimate: ReleaseEstimate; zone: string; open?: boolean | undefined; /** Stands below the readings. */ children?: ReactNode }) {
  const t = useTranslations("release");
  const body = (
    <div className="grid gap-3 pt-2">
      <ReasonList reasons={explain(estimate)} zone={zone} />
      {estimate.readings.length > 0 && (
        <div className="grid gap-1">
          <p className="text-sm font-semibold">{t("readings.title")}</p>
          <ReadingsTable estimate={estimate} zone={zone} />
        </div>
      )}
      {children}
      <LawNote estimate={estimate} />
    </div>
  );
  if (open)
    return (
      <div>
        <p className="font-semibold">{t("why")}</p>
        {body}
      </div>
    );
  return (
    <details data-testid="why">
      <summary className="link inline-flex min-h-11 items-center sm:min-h-8" data-testid="action-why">
        {t("why")}
      </summary>
      {body}
    </details>
  );
}
