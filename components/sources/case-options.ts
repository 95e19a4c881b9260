import { caseName, type DashboardWords } from "@/lib/wording/case-words";
import type { Option } from "@/components/forms/field-props";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";

/** Cases to tick: the reference and who it is about. `t` are the words of the namespace `dashboard`. */
export const caseOptions = (items: readonly (CaseSummary & { reference: string })[], t: DashboardWords, locale: Locale): Option[] =>
  items.map((item) => ({ value: item.id, label: `${item.reference} · ${caseName(item, t, locale)}` }));
