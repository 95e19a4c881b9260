import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatInstant, formatTime } from "@/lib/i18n/formats";
import { EVERYBODY, exportQueryString, HOUSE, type ExportAsked } from "@/lib/model/export";
import { getExportPage } from "@/lib/services/export-register";
import { findHome } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("one.title") };
}

export default async function ExportPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/exports/${id}`);
  const made = await orNotFound(getExportPage(actor, id));
  const locale = await currentLocale();
  const zone = (await findHome())?.place.zone ?? "UTC";
  const [t, vocab] = [await getTranslations("exports"), await getTranslations("vocab")];
  const { what, format, recipient, profile, purpose, reason, rows, complete, finishedAt } = made;
  const inFull = profile === "internal";
  const anew = exportQueryString({ what, format, filter: made.filter, to: inFull ? HOUSE : (recipient?.id ?? EVERYBODY), purpose: purpose ?? "" } as ExportAsked);
  const optional = (key: string, label: string, value: string | null): Fact[] => (value ? [{ key, label, value }] : []);
  return (
    <>
      <PageHeader title={t("one.title")} breadcrumbs={[{ href: "/exports", label: t("title") }]} />
      {made.canFetch ? (
        <section className="card grid gap-2">
          <div>
            <a href={`/api/export/file/${id}`} download className="button button-primary" data-testid="action-fetch">
              <Download aria-hidden className="size-4" />
              {t("one.fetch")}
            </a>
          </div>
          <p className="text-muted">{t("one.until", { time: formatTime(made.until, zone) })}</p>
          <p className="max-w-prose text-muted">{t("preview.moment")}</p>
        </section>
      ) : (
        <Alert data-testid="export-over">{t("one.over")}</Alert>
      )}
      <DescriptionList
        facts={[
          { key: "what", label: t("what.label"), value: `${t(`what.${what}`)}. ${t(`format.${format}`)}` },
          { key: "to", label: t("to.label"), value: recipient?.name ?? t(inFull ? "to_short.internal" : "to_short.public") },
          ...optional("purpose", t("purpose.label"), purpose && vocab(`consent_purposes.${purpose}`)),
          { key: "profile", label: t("preview.profile"), value: t(`profile.${profile}`) },
          ...optional("reason", t("field.reason"), reason),
          { key: "fetched", label: t("one.fetched"), value: finishedAt === null || rows === null ? t("one.not_yet") : `${formatInstant(finishedAt, zone, locale)}: ${t(complete ? "one.rows" : "one.broken", { rows })}`, testId: "export-fetched" },
          { key: "number", label: t("one.number"), value: <code className="wrap-anywhere">{id}</code> },
        ]}
      />
      <div>
        <LinkButton href={`/exports${anew}`} data-testid="action-anew">
          {t("one.anew")}
        </LinkButton>
      </div>
    </>
  );
}
