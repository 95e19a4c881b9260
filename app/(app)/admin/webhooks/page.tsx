import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebhookCard } from "@/components/api/webhook-card";
import { WebhookForm } from "@/components/api/webhook-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { findHome } from "@/lib/services/organisation";
import { needsStepUp } from "@/lib/services/step-up";
import { listWebhooks } from "@/lib/services/webhooks";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { addWebhookAction, retryDeliveryAction, setWebhookStateAction } from "./actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

const confirmations = ["active", "paused", "removed", "retry"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("webhooks.title") };
}

export default async function WebhooksPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/admin/webhooks");
  const webhooks = await orNotFound(listWebhooks(actor));
  const t = await getTranslations("api.webhooks");
  const admin = await getTranslations("admin");
  const zone = (await findHome())?.place.zone ?? "UTC";
  const prove = await needsStepUp(actor);
  const typed = param((await searchParams).saved);
  const saved = confirmations.find((known) => known === typed);
  return (
    <FormWords namespaces={["api"]}>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/admin", label: admin("title") }]}>
        <p className="max-w-prose text-muted">{t("explain")}</p>
      </PageHeader>
      {saved && (
        <Alert tone="released" role="status" data-testid={`saved-${saved}`}>
          {t(`saved.${saved}`)}
        </Alert>
      )}
      <Section id="webhooks" title={t("list")} plain>
        {webhooks.length === 0 ? <EmptyState title={t("empty")} /> : webhooks.map((webhook) => <WebhookCard key={webhook.id} webhook={webhook} setState={setWebhookStateAction} retry={retryDeliveryAction} prove={prove} zone={zone} />)}
      </Section>
      <Section id="new" title={t("add")}>
        <WebhookForm action={addWebhookAction} prove={prove} submission={newSubmission()} />
      </Section>
    </FormWords>
  );
}
