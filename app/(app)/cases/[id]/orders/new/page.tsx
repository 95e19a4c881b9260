import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { OrderForm } from "@/components/orders/order-form";
import { orderPrefill } from "@/lib/model/claim-prefill";
import { getEditableCase } from "@/lib/services/cases";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { suggestInstitutions } from "@/lib/services/institutions";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound, param } from "@/lib/web/pages";
import { recordOrderAction } from "../../../actions";
import { formPage } from "../../form-page";
import { orderOptions } from "../order-options";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulings");
  return { title: t("new") };
}

export default async function NewOrderPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/orders/new`);
  const editable = await orNotFound(getEditableCase(actor, id));
  const query = await searchParams;
  const q = param(query["q"]);
  const claim = await findClaimPrefill(actor, param(query["claim"]), await currentLocale());
  const form = await formPage(actor, id, q);
  const t = await getTranslations("rulings");
  const kind = editable.values.detentionKind === "administrative_detention" ? "administrative_detention" : editable.values.detentionKind === "remand" ? "remand" : "administrative_arrest";
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      <CaseSearch query={q} kept={claim ? { claim: claim.id } : {}} />
      <FormWords namespaces={["vocab", "cases", "rulings", "release", "law"]}>
        <OrderForm
          action={recordOrderAction}
          submission={form.submission}
          today={form.today}
          caseId={id}
          values={{ kind, ...(claim ? orderPrefill(claim) : {}) }}
          claim={claim?.id}
          cases={form.cases}
          chosen={[id]}
          others={await orderOptions(actor, id)}
          courts={(await suggestInstitutions(actor, await currentLocale())).court}
          zoneNote={form.zoneNote}
        />
      </FormWords>
    </>
  );
}
