import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { AcceptForm } from "@/components/claims/accept-form";
import { MarkedText, MarkLegend } from "@/components/claims/marked-text";
import { SelectWords } from "@/components/claims/select-words";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { getReading } from "@/lib/services/claim-reading";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { readSubject, subjectQuery } from "../../claim-paths";
import { subjectOptions } from "../../subject-options";
import { acceptClaimsAction } from "../claims/actions";
import { suggestedRows } from "./suggested-rows";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const TEXT = "source-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims"))("read.title") };
}

export default async function ReadSourcePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/sources/${id}/read`);
  const reading = await orNotFound(getReading(actor, id));
  const query = await searchParams;
  const [q, chosen, taken] = [param(query["q"]), readSubject(query), Number(param(query["taken"]) ?? 0)];
  const { source, today } = reading;
  const t = await getTranslations("claims");
  const rows = suggestedRows(reading, await getTranslations("claims"), await currentLocale());
  const marks = rows.map(({ key, kind, start, end, accepted }) => ({ key, kind, start, end, accepted: accepted.length > 0 }));
  const kept = subjectQuery(chosen);
  const byHand = `/sources/${id}/cite?${new URLSearchParams(kept).toString()}`;
  const actions = (
    <LinkButton href={byHand} data-testid="action-cite">
      {t("read.by_hand")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("read.title")} breadcrumbs={[{ href: "/sources", label: (await getTranslations("sources"))("title") }, { href: `/sources/${id}`, label: source.title }]} actions={actions}>
        <p className="max-w-prose text-muted">{t("read.lead")}</p>
      </PageHeader>
      {Number.isInteger(taken) && taken > 0 && (
        <Alert tone="released" data-testid="taken">
          {t("read.taken", { count: taken })}{" "}
          <a className="link" href={chosen.caseIds[0] ? `/cases/${chosen.caseIds[0]}#sources` : `/sources/${id}#claims`}>
            {t("read.taken_see")}
          </a>
        </Alert>
      )}
      {source.text === "" ? (
        <EmptyState title={t("read.no_text")}>{t("read.no_text_hint")}</EmptyState>
      ) : (
        <div className="grid items-start gap-5 [grid-template-columns:minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
          <div className="min-w-0 xl:sticky xl:top-18 xl:max-h-[calc(100dvh-5.5rem)] xl:overflow-y-auto">
            <Section id="text" title={t("read.text")}>
              <MarkLegend marks={marks} />
              <MarkedText id={TEXT} text={source.text} language={source.language} marks={marks} />
            </Section>
          </div>
          <Section id="take" title={t("read.accept_title")}>
            {rows.length === 0 ? (
              <p className="text-muted" data-testid="no-suggestions">
                {t("read.none")}
              </p>
            ) : (
              <>
                <CaseSearch query={q} kept={kept} label={t("subject.find")} />
                {reading.more && <p className="text-sm text-muted">{t("read.more", { count: rows.length })}</p>}
                <FormWords namespaces={["vocab", "cases", "claims"]}>
                  <AcceptForm
                    action={acceptClaimsAction}
                    submission={newSubmission()}
                    today={today}
                    source={{ id, language: source.language }}
                    rows={rows}
                    subjects={await subjectOptions(actor, id, chosen.caseIds, q)}
                    chosen={{ caseIds: chosen.caseIds, eventId: chosen.eventId ?? "" }}
                  />
                </FormWords>
              </>
            )}
          </Section>
        </div>
      )}
      <FormWords namespaces={["claims"]}>
        <SelectWords textId={TEXT} href={`${byHand}${byHand.endsWith("?") ? "" : "&"}`} />
      </FormWords>
    </>
  );
}
