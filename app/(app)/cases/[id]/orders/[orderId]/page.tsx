import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { OrderForm } from "@/components/orders/order-form";
import { suggestInstitutions } from "@/lib/services/institutions";
import { getEditableOrder } from "@/lib/services/orders";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { updateOrderAction, withdrawOrderAction } from "../../../actions";
import { formPage } from "../../form-page";
import { orderOptions } from "../order-options";

type Props = { params: Promise<{ id: string; orderId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulings");
  return { title: t("edit_title") };
}

export default async function EditOrderPage({ params, searchParams }: Props) {
  const { id, orderId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/orders/${orderId}`);
  const { version, bound, values } = await orNotFound(getEditableOrder(actor, orderId));
  const caseIds = bound.map(({ caseId }) => caseId);
  if (!caseIds.includes(id)) notFound();
  const q = param((await searchParams)["q"]);
  const form = await formPage(actor, id, q);
  const t = await getTranslations("rulings");
  return (
    <>
      <PageHeader title={t("edit_title")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      <CaseSearch query={q} />
      <FormWords namespaces={["vocab", "cases", "rulings", "release", "law"]}>
        <OrderForm
          action={updateOrderAction}
          submission={form.submission}
          today={form.today}
          caseId={id}
          record={{ id: orderId, version }}
          values={values}
          cases={form.cases}
          chosen={caseIds}
          ownTerms={bound}
          others={await orderOptions(actor, id, orderId)}
          courts={(await suggestInstitutions(actor, await currentLocale())).court}
          zoneNote={form.zoneNote}
        />
        <WithdrawForm action={withdrawOrderAction} submission={newSubmission()} today={form.today} caseId={id} recordId={orderId} />
      </FormWords>
    </>
  );
}
