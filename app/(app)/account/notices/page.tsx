import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormShell } from "@/components/forms/form-shell";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { PreferenceForm } from "@/components/notices/preference-form";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/i18n/formats";
import { getNoticePreferences } from "@/lib/services/notice-preferences";
import { findHome, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { sendTestMailAction, setNoticePreferencesAction } from "./actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("prefer.title") };
}

export default async function NoticePreferencesPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/account/notices");
  const { preferences, version, emailTestedAt, mailIsSetUp } = await orNotFound(getNoticePreferences(actor));
  const t = await getTranslations("notices");
  const account = await getTranslations("access.account");
  const saved = param((await searchParams).saved);
  const zone = (await findHome())?.place.zone ?? "UTC";
  const tested = emailTestedAt === null ? undefined : formatInstant(emailTestedAt, zone, await currentLocale(), { compact: true });
  return (
    <FormWords namespaces={["notices", "vocab"]}>
      <PageHeader title={t("prefer.title")} breadcrumbs={[{ href: "/account", label: account("title") }, { href: "/notices", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t("prefer.intro")}</p>
      </PageHeader>
      {saved === "preferences" && (
        <Alert tone="released" role="status" data-testid="saved-preferences">
          {t("prefer.saved")}
        </Alert>
      )}
      {saved === "test" && (
        <Alert tone="custody" role="status" data-testid="saved-test">
          {t("prefer.asked")}
        </Alert>
      )}
      {!mailIsSetUp && (
        <Alert tone="neutral" data-testid="no-mail">
          {t("prefer.not_set_up")}
        </Alert>
      )}
      <PreferenceForm action={setNoticePreferencesAction} preferences={preferences} version={version} zone={zone} submission={newSubmission()} {...await inputContext()} />
      {mailIsSetUp && preferences.email !== "" && (
        <Section id="test" title={t("prefer.test")}>
          <p className="wrap-anywhere">{t("prefer.test_explain", { email: preferences.email })}</p>
          {tested && <p className="text-muted">{t("prefer.tested", { date: tested })}</p>}
          <FormShell action={sendTestMailAction} submission={newSubmission()} submitLabel={t("prefer.test")} labels={{ email: t("field.email") }} testId="test-mail-form">
            {null}
          </FormShell>
        </Section>
      )}
    </FormWords>
  );
}
