import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterTable } from "@/components/exports/register-table";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { findHome } from "@/lib/services/organisation";
import { getRecipientPage } from "@/lib/services/recipients";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("recipients.one") };
}

export default async function RecipientPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/exports/recipients/${id}`);
  const { recipient, exports } = await orNotFound(getRecipientPage(actor, id));
  const [t, vocab] = [await getTranslations("exports"), await getTranslations("vocab.consent_audiences")];
  const actions = (
    <>
      {!recipient.closed && (
        <LinkButton href={`/exports?to=${id}`} data-testid="action-export">
          {t("recipients.export")}
        </LinkButton>
      )}
      <LinkButton href={`/exports/recipients/${id}/edit`} data-testid="action-edit">
        {t("recipients.edit")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={<bdi>{recipient.name}</bdi>} breadcrumbs={[{ href: "/exports/recipients", label: t("recipients.title") }]} actions={actions} />
      <DescriptionList
        facts={[
          { key: "audience", label: t("field.audience"), value: vocab(recipient.audience) },
          { key: "profile", label: t("field.profile"), value: t(`value.profile.${recipient.profile}`) },
          ...(recipient.note ? [{ key: "note", label: t("field.note"), value: <span className="whitespace-pre-line">{recipient.note}</span> }] : []),
          { key: "closed", label: t("field.closed"), value: t(`value.closed.${recipient.closed ? "yes" : "no"}`) },
        ]}
      />
      <Section id="got" title={t("recipients.got")}>
        <RegisterTable lines={exports} zone={(await findHome())?.place.zone ?? "UTC"} />
      </Section>
    </>
  );
}
