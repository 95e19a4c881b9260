import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OverrideForm } from "@/components/cases/override-form";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { getReleaseOverrideForm } from "@/lib/services/release-overrides";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { formPage } from "../form-page";
import { recordReleaseOverrideAction, withdrawReleaseOverrideAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("estimates");
  return { title: t("override.form_title") };
}

export default async function OverridePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/override`);
  const { version, values, zone, reference, estimate, override } = await orNotFound(getReleaseOverrideForm(actor, id));
  const form = await formPage(actor, id);
  const t = await getTranslations("estimates.override");
  const locale = (await getLocale()) as Locale;
  const computed = estimate?.basis === "computed" ? formatWindow(estimate.earliest, estimate.latest, zone, locale, { weekday: true }) : null;
  const { when = "", reason = "" } = values;
  return (
    <>
      <PageHeader title={t("form_title")} breadcrumbs={[{ href: `/cases/${id}`, label: reference }]}>
        <p className="max-w-prose text-muted">{t("lead")}</p>
        <p data-testid="override-form-computed">{computed === null ? t("computed_none") : t("computed", { window: computed })}</p>
      </PageHeader>
      <FormWords namespaces={["estimates", "cases"]}>
        <OverrideForm action={recordReleaseOverrideAction} submission={form.submission} today={form.today} caseId={id} version={version} computed={values["computed"] ?? ""} values={{ when, reason }} zoneNote={form.zoneNote} />
        {override && (
          <>
            <p className="max-w-prose text-muted">{t(override.ended === null ? "take_back" : "dismiss", { when: formatUncertain(override.when, locale) })}</p>
            <WithdrawForm action={withdrawReleaseOverrideAction} submission={newSubmission()} today={form.today} caseId={id} recordId={override.id} />
          </>
        )}
      </FormWords>
    </>
  );
}
