import { getLocale, getTranslations } from "next-intl/server";
import type { Option } from "@/components/forms/field-props";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/model/permissions";
import { getCaseOrders } from "@/lib/services/orders";

/** The other rulings of a case, for a ruling that appeals, extends or follows one of them. */
export async function orderOptions(actor: Actor, caseId: string, except?: string): Promise<Option[]> {
  const vocab = await getTranslations("vocab");
  const locale = (await getLocale()) as Locale;
  const orders = await getCaseOrders(actor, caseId);
  return orders.filter(({ id }) => id !== except).map(({ id, kind, date }) => ({ value: id, label: `${vocab(`order_kinds.${kind}`)}, ${formatUncertain(date, locale)}` }));
}
