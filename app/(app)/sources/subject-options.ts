import { getTranslations } from "next-intl/server";
import type { SubjectOptions } from "@/components/claims/subject-fields";
import { caseOptions } from "@/components/sources/case-options";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Actor } from "@/lib/model/permissions";
import { getSubjectChoices } from "@/lib/services/claim-choices";
import { currentLocale } from "@/lib/web/locale";

/** What claims of a source can be about, as the forms offer it: the cases asked for first, then those found by `q`. */
export async function subjectOptions(actor: Actor, sourceId: string, chosen: readonly string[], q: string | undefined): Promise<SubjectOptions> {
  const { cases, events } = await getSubjectChoices(actor, sourceId, chosen, q);
  const locale = await currentLocale();
  return {
    cases: caseOptions(cases, await getTranslations("dashboard"), locale),
    events: events.map(({ id, title, start }) => ({ value: id, label: start === null ? title : `${title}, ${formatUncertain(start, locale, { compact: true })}` })),
  };
}
