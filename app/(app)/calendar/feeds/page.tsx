import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { FeedForm } from "@/components/calendar/feed-form";
import { FeedTable } from "@/components/calendar/feed-table";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { listFeeds } from "@/lib/services/calendar-feeds";
import { findHome } from "@/lib/services/organisation";
import { needsStepUp } from "@/lib/services/step-up";
import { requireSignedIn } from "@/lib/web/actor";
import { ownAddress } from "@/lib/web/origin";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { makeFeedAction, revokeFeedAction } from "./actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("feeds.title") };
}

export default async function FeedsPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/calendar/feeds");
  const feeds = await orNotFound(listFeeds(actor));
  const t = await getTranslations("calendar");
  const saved = param((await searchParams).saved) === "revoked";
  return (
    <FormWords namespaces={["calendar", "vocab"]}>
      <PageHeader title={t("feeds.title")} breadcrumbs={[{ href: "/calendar", label: t("title") }]}>
        <p className="max-w-prose">{t("feeds.intro")}</p>
      </PageHeader>
      {saved && (
        <Alert tone="released" role="status" data-testid="saved-revoked">
          {t("feeds.saved")}
        </Alert>
      )}
      <Alert tone="today">{t("feeds.danger")}</Alert>
      <Section id="feeds" title={t("feeds.list")}>
        {feeds.length > 0 ? <FeedTable feeds={feeds} action={revokeFeedAction} submission={newSubmission()} zone={(await findHome())?.place.zone ?? "UTC"} /> : <p className="text-muted">{t("feeds.none")}</p>}
      </Section>
      <Section id="new" title={t("feeds.new")}>
        <FeedForm action={makeFeedAction} address={ownAddress(await headers())} needsPassword={await needsStepUp(actor)} submission={newSubmission()} />
      </Section>
    </FormWords>
  );
}
