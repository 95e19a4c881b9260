"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Option } from "@/components/forms/field-props";
import { useFormFacts } from "@/components/forms/form-context";
import { RepeatField } from "@/components/forms/repeat-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { UncertainDateField } from "@/components/forms/uncertain-date-field";
import { fractions, ratios, relations, weekdays } from "@/lib/model/calculator";

type FoldProps = { title: string; names: readonly string[]; testId: string; children: ReactNode };

/** Questions that few need; open where one of them was answered, or answered wrongly. */
function Fold({ title, names, testId, children }: FoldProps) {
  const { values, problems } = useFormFacts();
  const about = (name: string) => names.some((each) => name === each || name.startsWith(`${each}.`));
  const open = Object.keys(problems).some(about) || Object.entries(values).some(([name, [value = ""]]) => about(name) && !["", "none", "whole", "unknown", "not_stated", "1/1"].includes(value));
  return (
    <details open={open} className="group/fold rounded-lg border border-line bg-surface" data-testid={testId}>
      <summary className="flex min-h-11 items-center gap-2 px-3 py-2 font-medium">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted group-open/fold:rotate-90 rtl:rotate-180" />
        {title}
      </summary>
      <div className="grid gap-4 border-t border-line p-3 [grid-template-columns:minmax(0,1fr)]">{children}</div>
    </details>
  );
}

/** What somebody said about the release, and what was seen. */
export function ReleaseFields({ today }: { today: string }) {
  const t = useTranslations("calculator");
  const options = weekdays.map((value) => ({ value, label: t(`weekday.${value}`) }));
  return (
    <Fold title={t("about_release")} names={["stated", "statedWeekday", "observed"]} testId="fold-release">
      <UncertainDateField name="stated" label={t("field.stated")} hint={t("hint.stated")} today={today} ahead />
      <SelectField name="statedWeekday" label={t("field.statedWeekday")} options={options} empty={null} />
      <UncertainDateField name="observed" label={t("field.observed")} hint={t("hint.observed")} today={today} />
    </Fold>
  );
}

/** A second order, time that counts or does not, the served part, and what the ruling says of the beginning. */
export function MoreFields({ today, countFroms }: { today: string; countFroms: readonly Option[] }) {
  const t = useTranslations("calculator");
  const rates = ratios.map((value) => ({ value, label: t(`ratio.${value.replace("/", "-")}`) }));
  return (
    <>
      <Fold title={t("about_ruling")} names={["countFrom", "fraction"]} testId="fold-ruling">
        <SelectField name="countFrom" label={t("field.countFrom")} options={countFroms} empty={null} />
        <SelectField name="fraction" label={t("field.fraction")} hint={t("hint.fraction")} options={fractions.map((value) => ({ value, label: value === "whole" ? t("whole") : value }))} empty={null} />
      </Fold>
      <Fold title={t("about_second")} names={["secondTerm", "relation", "secondStart"]} testId="fold-second">
        <TextField name="secondTerm" label={t("field.secondTerm")} hint={t("hint.term")} width="short" />
        <SelectField name="relation" label={t("field.relation")} options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))} empty={null} />
        <UncertainDateField name="secondStart" label={t("field.secondStart")} hint={t("hint.secondStart")} today={today} />
      </Fold>
      <Fold title={t("about_time")} names={["credits", "interruptions"]} testId="fold-time">
        <RepeatField
          name="credits"
          label={t("field.credits")}
          hint={t("hint.credits")}
          addLabel={t("add_row")}
          max={20}
          columns={[
            { name: "span", label: t("span") },
            { name: "ratio", label: t("rate"), options: rates, empty: null },
          ]}
        />
        <RepeatField name="interruptions" label={t("field.interruptions")} hint={t("hint.interruptions")} addLabel={t("add_row")} max={20} columns={[{ name: "span", label: t("span") }]} />
      </Fold>
    </>
  );
}
