import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/class-names";
import { StatusPill } from "@/components/ui/status-pill";
import type { CustodyStatus } from "@/lib/model/vocabularies";

export const statusTones: Record<CustodyStatus, Tone> = {
  overdue: "overdue",
  due: "today",
  reported: "custody",
  in_custody: "custody",
  in_hospital: "custody",
  whereabouts_unknown: "neutral",
  unknown: "neutral",
  released: "released",
  died: "neutral",
};

/** Where a person stands, in one glance. */
export function CaseStatus({ status }: { status: CustodyStatus }) {
  const t = useTranslations("vocab.custody_statuses");
  const unsure = status === "whereabouts_unknown" || status === "unknown";
  return (
    <StatusPill tone={statusTones[status]} icon={unsure ? CircleHelp : undefined} data-testid={`status-${status}`}>
      {t(status)}
    </StatusPill>
  );
}
