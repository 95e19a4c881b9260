import { getLocale, getTranslations } from "next-intl/server";
import type { Option } from "@/components/forms/field-props";
import { caseName } from "@/lib/wording/case-words";
import { zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/model/permissions";
import { getCaseChoices } from "@/lib/services/case-choices";
import { now } from "@/lib/services/clock";
import { findHome, inputContext } from "@/lib/services/organisation";
import { newSubmission, orNotFound } from "@/lib/web/pages";

export type FormPage = {
  submission: string;
  today: string;
  /** This case first, then those that the form may speak of as well. */
  cases: Option[];
  /** Words about the place's own time, where it is not the organisation's. */
  zoneNote: string | undefined;
  reference: string;
};

/** What every form on a case is drawn with; a case that may not be changed looks like one that is not there. */
export async function formPage(actor: Actor, caseId: string, q?: string): Promise<FormPage> {
  const choices = await orNotFound(getCaseChoices(actor, caseId, q));
  const t = await getTranslations("dashboard");
  const locale = (await getLocale()) as Locale;
  const [own] = choices;
  const homeZone = (await findHome())?.place.zone;
  const note = own && homeZone ? zoneNote(own.zone, homeZone, now(), locale) : null;
  return {
    submission: newSubmission(),
    today: (await inputContext()).today,
    cases: choices.map((item) => ({ value: item.id, label: caseName(item, t, locale), hint: item.reference })),
    zoneNote: note ?? undefined,
    reference: own?.reference ?? "",
  };
}
