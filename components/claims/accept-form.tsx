"use client";

import { useTranslations } from "next-intl";
import { GroupFrame } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { takenClaimsInput } from "@/lib/model/claim";
import { SubjectFields, type ChosenSubject, type SubjectOptions } from "./subject-fields";
import { SuggestionRow, type SuggestedRow } from "./suggestion-row";

type Props = {
  action: FormAction;
  submission: string;
  /** What dates without a year are read against, `YYYY-MM-DD`. */
  today: string;
  source: { id: string; language: string };
  rows: readonly SuggestedRow[];
  subjects: SubjectOptions;
  chosen: ChosenSubject;
};

/** All suggestions of a text in one form: say whom they are about, tick those that are right, accept them. */
export function AcceptForm({ action, submission, today, source, rows, subjects, chosen }: Props) {
  const t = useTranslations("claims");
  const subject = useTranslations("claims.subject");
  return (
    <FormShell
      action={action}
      schema={takenClaimsInput({ today })}
      submission={submission}
      hidden={{ sourceId: source.id }}
      labels={{ caseIds: subject("cases"), eventId: subject("event"), claims: t("read.suggestions") }}
      submitLabel={t("read.accept")}
      wide
      testId="accept-form"
    >
      <SubjectFields options={subjects} chosen={chosen} />
      <Suggestions rows={rows} today={today} source={source} />
    </FormShell>
  );
}

function Suggestions({ rows, today, source }: Pick<Props, "rows" | "today" | "source">) {
  const t = useTranslations("claims.read");
  const { id, problem, aria } = useField({ name: "claims" });
  return (
    <GroupFrame id={id} label={t("suggestions")} hint={t("suggestions_hint")} problem={problem} testId="field-claims" describedBy={aria["aria-describedby"]}>
      <ol className="grid w-full [grid-template-columns:minmax(0,1fr)]">
        {rows.map((row, at) => (
          <SuggestionRow key={row.key} row={row} at={at} today={today} sourceId={source.id} language={source.language} />
        ))}
      </ol>
    </GroupFrame>
  );
}
