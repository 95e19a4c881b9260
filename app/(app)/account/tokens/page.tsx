import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { ApiExample } from "@/components/api/api-example";
import { TokenForm } from "@/components/api/token-form";
import { TokenList } from "@/components/api/token-list";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { listOwnTokens } from "@/lib/services/api-tokens";
import { findHome } from "@/lib/services/organisation";
import { needsStepUp } from "@/lib/services/step-up";
import { requireSignedIn } from "@/lib/web/actor";
import { ownAddress } from "@/lib/web/origin";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { issueTokenAction, revokeTokenAction } from "./actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("title") };
}

export default async function TokensPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/account/tokens");
  const tokens = await orNotFound(listOwnTokens(actor));
  const t = await getTranslations("api");
  const account = await getTranslations("access");
  const home = (await findHome())?.place;
  return (
    <FormWords namespaces={["api", "vocab"]}>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/account", label: account("account.title") }]}>
        <p className="max-w-prose text-muted">{t("explain")}</p>
      </PageHeader>
      {param((await searchParams).saved) === "revoked" && (
        <Alert tone="released" role="status" data-testid="saved-revoked">
          {t("saved.revoked")}
        </Alert>
      )}
      <Section id="tokens" title={t("list.title")}>
        <TokenList action={revokeTokenAction} tokens={tokens} zone={home?.zone ?? "UTC"} />
      </Section>
      <Section id="new" title={t("form.title")}>
        <TokenForm action={issueTokenAction} prove={await needsStepUp(actor)} submission={newSubmission()} />
      </Section>
      <Section id="how" title={t("how.title")}>
        <ApiExample address={ownAddress(await headers())} placeId={home?.id ?? ""} />
      </Section>
    </FormWords>
  );
}
