"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import type { Option } from "@/components/forms/field-props";
import { SelectField } from "@/components/forms/select-field";

export type SubjectOptions = { cases: readonly Option[]; events: readonly Option[] };
export type ChosenSubject = { caseIds: readonly string[]; eventId: string };

/** What claims are about: cases, or an event, or nothing yet. `needed` where it has to be said now. */
export function SubjectFields({ options, chosen, needed = false }: { options: SubjectOptions; chosen: ChosenSubject; needed?: boolean }) {
  const t = useTranslations("claims.subject");
  return (
    <div className="grid gap-4 rounded-lg border border-line bg-raised/40 p-3" data-testid="claim-subject">
      <div>
        <p className="font-semibold">{t("title")}</p>
        <p className="text-sm text-muted">{t(needed ? "needed" : "hint")}</p>
      </div>
      {options.cases.length > 0 && <CheckboxGroupField name="caseIds" label={t("cases")} options={options.cases} defaultValue={chosen.caseIds} />}
      {options.events.length > 0 && <SelectField name="eventId" label={t("event")} options={options.events} empty={t("no_event")} defaultValue={chosen.eventId} />}
      <p className="text-sm text-muted">
        {t("missing")}{" "}
        <a href="/cases/new" className="link inline-block min-h-6" data-testid="subject-new-case">
          {t("new_case")}
        </a>{" "}
        ·{" "}
        <a href="/events/new" className="link inline-block min-h-6" data-testid="subject-new-event">
          {t("new_event")}
        </a>
        . {t("come_back")}
      </p>
    </div>
  );
}
