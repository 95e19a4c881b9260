import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { ShownComplaint } from "@/lib/model/complaint";
import { ComplaintDates, ComplaintTitle } from "./complaint-list";
import { VictimList, type Victim } from "./victim-list";

type Props = { items: readonly (ShownComplaint & { victims: readonly Victim[] })[]; total: number };

/** Complaints whose answer is overdue or nearly so, each with the allegation that it is about; nothing where none is awaited. */
export function AnswersDue({ items, total }: Props) {
  const t = useTranslations("allegations.due");
  if (items.length === 0) return null;
  return (
    <Section id="answers-due" title={t("title")} data-testid="answers-due">
      <p className="text-sm text-muted">{t("lead")}</p>
      <ul className="grid gap-3">
        {items.map((complaint) => (
          <li key={complaint.id} className="grid gap-1 border-s-2 border-line ps-3 wrap-anywhere" data-testid={`due-${complaint.id}`}>
            <Link href={`/allegations/${complaint.allegationId}#complaints`} prefetch={false} className="link justify-self-start">
              <ComplaintTitle complaint={complaint} />
            </Link>
            <ComplaintDates complaint={complaint} />
            <VictimList victims={complaint.victims} />
          </li>
        ))}
      </ul>
      {total > items.length && <p className="text-sm text-muted">{t("more", { count: total })}</p>}
    </Section>
  );
}
