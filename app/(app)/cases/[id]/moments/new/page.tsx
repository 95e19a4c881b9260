import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { CaseSearch } from "@/components/cases/case-search";
import { MomentForm } from "@/components/custody/moment-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { momentPrefill } from "@/lib/model/claim-prefill";
import { momentKinds } from "@/lib/model/vocabularies";
import { getEditableCase } from "@/lib/services/cases";
import { localNow } from "@/lib/services/moments";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound, param } from "@/lib/web/pages";
import { recordMomentAction } from "../../../actions";
import { formPage } from "../../form-page";
import { institutionOptions } from "../institution-options";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("moment.new") };
}

export default async function NewMomentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/moments/new`);
  const editable = await orNotFound(getEditableCase(actor, id));
  const query = await searchParams;
  const [q, asked] = [param(query["q"]), param(query["kind"])];
  const kind = momentKinds.find((each) => each === asked);
  const claim = await findClaimPrefill(actor, param(query["claim"]), await currentLocale());
  const form = await formPage(actor, id, q);
  const t = await getTranslations("cases");
  const vocab = await getTranslations("vocab.moment_kinds");
  // Seen inside means seen now, unless told otherwise; every other moment lies at a time that only the reader knows.
  const values = { ...(kind ? { kind } : {}), ...(kind === "still_inside" ? { when: localNow(editable.zone), institution: editable.values.heldAt } : {}), ...(claim ? momentPrefill(claim) : {}) };
  return (
    <>
      <PageHeader title={kind ? t("moment.new_of", { kind: vocab(kind) }) : t("moment.new")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]}>
        {!kind && (
          <p>
            <Link href={`/cases/${id}/orders/new`} prefetch={false} className="link">
              {t("moment.or_ruling")}
            </Link>
          </p>
        )}
      </PageHeader>
      <CaseSearch query={q} kept={{ ...(kind ? { kind } : {}), ...(claim ? { claim: claim.id } : {}) }} />
      <FormWords namespaces={["vocab", "cases"]}>
        <MomentForm action={recordMomentAction} submission={form.submission} today={form.today} caseId={id} values={values} claim={claim?.id} cases={form.cases} institutions={await institutionOptions(actor)} zoneNote={form.zoneNote} />
      </FormWords>
    </>
  );
}
