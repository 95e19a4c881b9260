import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/status-pill";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ShownComplaint } from "@/lib/model/complaint";
import { complaintKey } from "@/lib/model/task-origin";
import { institutionName } from "@/lib/model/institution-name";
import { WithdrawnBecause } from "./withdrawn-because";

type Props = { complaints: readonly ShownComplaint[]; /** The case on which a task can be made. */ caseId?: string | undefined; editHref?: ((id: string) => string) | undefined };

/** Complaints in the order in which they were recorded, with what is still awaited. */
export function ComplaintList({ complaints, caseId, editHref }: Props) {
  const t = useTranslations("allegations.complaints");
  const vocab = useTranslations("vocab");
  if (complaints.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="grid gap-3" data-testid="complaints">
      {complaints.map((complaint) => (
        <li key={complaint.id} className="grid gap-1 border-s-2 border-line ps-3 wrap-anywhere" data-testid={`complaint-${complaint.id}`}>
          <p className={complaint.withdrawn === null ? undefined : "line-through"}>
            <strong>
              <ComplaintTitle complaint={complaint} />
            </strong>
            : {vocab(`complaint_outcomes.${complaint.outcome}`)}
          </p>
          <ComplaintDates complaint={complaint} />
          {complaint.note && <p className="whitespace-pre-line">{complaint.note}</p>}
          <WithdrawnBecause reason={complaint.withdrawn} />
          {editHref && complaint.withdrawn === null && (
            <p className="flex flex-wrap gap-4 print:hidden">
              <Link href={editHref(complaint.id)} prefetch={false} className="link inline-block min-h-6" data-testid={`edit-complaint-${complaint.id}`}>
                {t("edit")}
              </Link>
              {caseId && complaint.outcome === "pending" && (
                <Link href={`/cases/${caseId}/tasks/new?from=${encodeURIComponent(complaintKey(complaint.id))}`} prefetch={false} className="link inline-block min-h-6" data-testid={`task-from-${complaint.id}`}>
                  {t("task")}
                </Link>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** "complaint to a prosecutor, City prosecutor, no. 12". */
export function ComplaintTitle({ complaint: { kind, body, number } }: { complaint: Pick<ShownComplaint, "kind" | "body" | "number"> }) {
  const t = useTranslations("allegations.complaints");
  const vocab = useTranslations("vocab.complaint_kinds");
  const locale = useLocale();
  return <>{[vocab(kind), ...(body ? [institutionName(body, locale)] : []), ...(number ? [t("number", { number })] : [])].join(", ")}</>;
}

/** When it was filed, until when it must be answered, when it was; an overdue answer is marked. */
export function ComplaintDates({ complaint: { filedBy, filed, due, overdue, answered } }: { complaint: Pick<ShownComplaint, "filedBy" | "filed" | "due" | "overdue" | "answered"> }) {
  const t = useTranslations("allegations.complaints");
  const locale = useLocale() as Locale;
  const told = [
    ...(filed ? [t("filed", { when: formatUncertain(filed, locale) })] : []),
    ...(filedBy ? [t("by", { who: filedBy })] : []),
    ...(due ? [t("due", { when: formatUncertain(due, locale) })] : []),
    ...(answered ? [t("answered", { when: formatUncertain(answered, locale) })] : []),
  ];
  if (told.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      <span>{told.join(" · ")}</span>
      {overdue && (
        <StatusPill tone="overdue" data-testid="answer-overdue">
          {t("late")}
        </StatusPill>
      )}
    </p>
  );
}
