"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { targetsOf, type ImportKind } from "@/lib/model/import-kind";

type Column = { heading: string; field: string; samples: readonly string[] };
type Props = { action: FormAction; submission: string; importId: string; version: number; kind: ImportKind; columns: readonly Column[] };

/** Which column is what: one choice for each, beside the first things that stand in it. */
export function ColumnsForm({ action, submission, importId, version, kind, columns }: Props) {
  const t = useTranslations("imports");
  const options = targetsOf[kind].map((value) => ({ value, label: t(`target.${value}`) }));
  const name = ({ heading }: Column, at: number) => heading || t("columns.unnamed", { number: at + 1 });
  const labels = { columns: t("columns.title"), ...Object.fromEntries(columns.map((column, at) => [`columns.${at}.field`, name(column, at)])) };
  return (
    <FormShell
      action={action}
      submission={submission}
      version={version}
      hidden={{ importId }}
      defaults={{ columns: columns.map(({ field }) => ({ field })) }}
      labels={labels}
      submitLabel={t("columns.submit")}
      cancelHref={`/imports/${importId}`}
      wide
      testId="columns-form"
    >
      <div className="grid items-start gap-x-6 gap-y-4 wrap-anywhere lg:grid-cols-2">
        {columns.map((column, at) => (
          <SelectField
            key={at}
            name={`columns.${at}.field`}
            label={name(column, at)}
            hint={column.samples.length > 0 ? t("columns.samples", { samples: column.samples.join(" · ") }) : t("columns.nothing")}
            options={options}
            empty={null}
          />
        ))}
      </div>
    </FormShell>
  );
}
