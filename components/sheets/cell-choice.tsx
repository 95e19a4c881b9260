"use client";

import { useTranslations } from "next-intl";
import { RadioGroupField } from "@/components/forms/radio-group-field";
import type { FieldProblem } from "@/lib/model/form-state";

export type ShownCell = {
  id: string;
  reference: string;
  row: number;
  /** The name of the column. */
  label: string;
  verdict: "agreed" | "changed" | "conflict" | "refused";
  base: string;
  now: string;
  mine: string;
  print: string;
  problem?: FieldProblem | undefined;
  choice?: "sheet" | "record" | undefined;
};

const inks = { conflict: "text-overdue", changed: "text-custody", agreed: "text-released", refused: "text-overdue" } as const;

/** One cell: what it said, what the record says, what the sheet says, and the choice between the last two. */
export function CellChoice({ cell }: { cell: ShownCell }) {
  const t = useTranslations("sheets.compare");
  const errors = useTranslations("forms.errors");
  const { id, label, verdict, base, now, mine, problem, row } = cell;
  const said = (value: string) => (value === "" ? t("nothing") : value);
  return (
    <div className="notice grid gap-3" data-testid={`cell-${id}`} data-verdict={verdict}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{label}</h3>
        <span className={`text-sm font-medium ${inks[verdict]}`}>{t(`verdict.${verdict}`)}</span>
        <span className="text-sm text-muted">{t("row", { row })}</span>
      </div>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
        {([["base", base], ["now", now], ["mine", mine]] as const).map(([key, value]) => (
          <div key={key} className="min-w-0">
            <dt className="text-sm text-muted">{t(key)}</dt>
            <dd className="wrap-anywhere whitespace-pre-line" data-testid={`cell-${key}`}>
              {said(value)}
            </dd>
          </div>
        ))}
      </dl>
      {problem && (
        <p className="text-overdue" data-testid="cell-problem">
          {errors.has(problem.code) ? errors(problem.code, problem.params ?? {}) : errors("invalid")}
        </p>
      )}
      {(verdict === "conflict" || verdict === "changed") && (
        <RadioGroupField
          name={`take.${id}`}
          label={t("choose", { column: label })}
          required={verdict === "conflict"}
          options={[
            { value: "sheet", label: t("sheet", { value: short(said(mine)) }) },
            { value: "record", label: t("record", { value: short(said(now)) }) },
          ]}
        />
      )}
    </div>
  );
}

const MOST = 120;
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
