import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { FactTable } from "@/components/exports/fact-table";
import { MakeForm } from "@/components/exports/make-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { formatUncertain } from "@/lib/i18n/formats";
import type { RawQuery } from "@/lib/model/case-query";
import { AppError } from "@/lib/model/errors";
import { exportQueryString, HOUSE, readExportAsked } from "@/lib/model/export";
import { readOverQuery } from "@/lib/model/over-detention";
import { previewExport, type ExportPreview } from "@/lib/services/export-preview";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { makeExportAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("preview.title") };
}

export default async function ExportPreviewPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const read = readExportAsked(await searchParams);
  const asked = read.to === HOUSE ? { ...read, purpose: "" as const } : read;
  const change = `/exports${exportQueryString(asked)}`;
  const { actor } = await requireSignedIn(`/exports/preview${exportQueryString(asked)}`);
  const preview = await orNotFound(previewExport(actor, asked).catch((error: unknown) => (error instanceof AppError && error.code === "invalid" ? null : Promise.reject(error as Error))));
  if (!preview) redirect(change);
  const t = await getTranslations("exports");
  return (
    <>
      <PageHeader
        title={t("preview.title")}
        breadcrumbs={[{ href: "/exports", label: t("title") }]}
        actions={
          <LinkButton href={change} data-testid="action-change">
            {t("preview.change")}
          </LinkButton>
        }
      />
      <Section id="summary" title={t("preview.summary")} data-testid="export-summary">
        <DescriptionList facts={await summaryOf(preview)} />
        <p className="max-w-prose text-muted">{t("preview.moment")}</p>
        {preview.count === 0 && <Alert>{t("preview.none")}</Alert>}
      </Section>
      <FormWords namespaces={["exports"]}>
        <MakeForm action={makeExportAction} submission={newSubmission()} asked={asked} needsProof={preview.needsProof} />
      </FormWords>
      <Section id="facts" title={t("preview.facts")} plain>
        <FactTable what={asked.what} facts={preview.facts} first={preview.first} />
      </Section>
    </>
  );
}

/** Which of them, where the list or the event that one came from says so. */
async function whichOf({ asked, event }: ExportPreview): Promise<string | null> {
  if (asked.what !== "over_detention") return event;
  const { view = "all", from, to } = readOverQuery(Object.fromEntries(new URLSearchParams(asked.filter)));
  const locale = await currentLocale();
  const days = (from ?? to) && [from, to].map((day) => (day ? formatUncertain(day, locale) : "…")).join(" – ");
  return [(await getTranslations("overheld"))(`view.${view}`), days].filter(Boolean).join(", ");
}

async function summaryOf(preview: ExportPreview): Promise<Fact[]> {
  const { asked, profile, recipient, count, more, people, masked } = preview;
  const which = await whichOf(preview);
  const [t, vocab] = [await getTranslations("exports"), await getTranslations("vocab")];
  const fact = (key: string, label: string, value: Fact["value"]): Fact => ({ key, label, value, testId: `summary-${key}` });
  return [
    fact("what", t("what.label"), `${t(`what.${asked.what}`)}. ${t(`format.${asked.format}`)}`),
    ...(which === null ? [] : [fact("which", t("preview.which"), which)]),
    fact("to", t("to.label"), recipient ? `${recipient.name} (${vocab(`consent_audiences.${recipient.audience}`)})` : t(profile === "internal" ? "to.internal" : "to.public")),
    ...(asked.purpose ? [fact("purpose", t("purpose.label"), vocab(`consent_purposes.${asked.purpose}`))] : []),
    fact("profile", t("preview.profile"), t(`profile.${profile}`)),
    fact("count", t("preview.records"), t(more ? "preview.more" : "preview.count", { count })),
    ...(people ? [fact("named", t("preview.named"), t("preview.people", { count: people.named })), fact("unnamed", t(profile === "internal" ? "preview.nameless" : "preview.unnamed"), t("preview.people", { count: people.unnamed }))] : []),
    ...(masked === null ? [] : [fact("masked", t("preview.masked"), t("preview.count", { count: masked }))]),
  ];
}
