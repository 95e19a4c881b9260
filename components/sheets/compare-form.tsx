"use client";

import { useTranslations } from "next-intl";
import { DangerDetails } from "@/components/forms/danger-details";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { CellChoice, type ShownCell } from "./cell-choice";

type Group = { caseId: string; reference: string; cells: ShownCell[] };
type Props = { action: FormAction; submission: string; sheetId: string; seen: string; groups: readonly Group[] };

/** Every cell that says something new, case by case, with what there is to choose. */
export function CompareForm({ action, submission, sheetId, seen, groups }: Props) {
  const t = useTranslations("sheets.compare");
  const cells = groups.flatMap((group) => group.cells);
  const defaults = Object.fromEntries(cells.flatMap(({ id, verdict, choice }) => (verdict === "changed" ? [[`take.${id}`, choice ?? "sheet"]] : choice ? [[`take.${id}`, choice]] : [])));
  const labels = Object.fromEntries(cells.map(({ id, label, reference }) => [`take.${id}`, `${reference}: ${label}`]));
  const saw = Object.fromEntries(cells.flatMap(({ id, verdict, print }) => (verdict === "conflict" || verdict === "changed" ? [[`saw.${id}`, print]] : [])));
  return (
    <FormShell action={action} submission={submission} hidden={{ sheetId, seen, ...saw }} submitLabel={t("submit")} defaults={defaults} labels={labels} wide testId="compare-form">
      {groups.map((group) => (
        <section key={group.caseId} aria-label={t("case", { reference: group.reference })} className="grid gap-3" data-testid={`sheet-case-${group.reference}`}>
          <h2 className="text-lg font-semibold">
            <a href={`/cases/${group.caseId}`} className="link">
              {t("case", { reference: group.reference })}
            </a>
          </h2>
          {group.cells.map((cell) => (
            <CellChoice key={cell.id} cell={cell} />
          ))}
        </section>
      ))}
      <p className="text-sm text-muted">{t("hint")}</p>
    </FormShell>
  );
}

type DiscardProps = { action: FormAction; submission: string; sheetId: string; version: number };

export function DiscardSheetForm({ action, submission, sheetId, version }: DiscardProps) {
  const t = useTranslations("sheets.compare");
  return (
    <DangerDetails title={t("discard")} explain={t("discard_explain")} testId="discard">
      <FormShell action={action} submission={submission} version={version} hidden={{ sheetId }} submitLabel={t("discard_submit")} tone="danger" testId="discard-form">
        {null}
      </FormShell>
    </DangerDetails>
  );
}
