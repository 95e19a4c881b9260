import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { NewClaimForm } from "@/components/claims/claim-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getReading } from "@/lib/services/claim-reading";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { readSubject, subjectQuery } from "../../claim-paths";
import { subjectOptions } from "../../subject-options";
import { recordClaimAction } from "../claims/actions";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims"))("cite.title") };
}

/** The words that the address points at in a text, with their place; nothing where it points nowhere. */
function pointedAt(text: string, query: Query): Record<string, string> {
  const [start, end] = [Number(param(query["start"])), Number(param(query["end"]))];
  const there = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length && end - start <= 5000;
  const quote = there ? text.slice(start, end) : "";
  return quote.trim() === "" ? {} : { quote, start: String(start), end: String(end) };
}

export default async function CiteSourcePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/sources/${id}/cite`);
  const { source, today } = await orNotFound(getReading(actor, id));
  const query = await searchParams;
  const [q, chosen, pointed] = [param(query["q"]), readSubject(query), pointedAt(source.text, query)];
  const { start, end } = pointed;
  const t = await getTranslations("claims");
  return (
    <>
      <PageHeader title={t("cite.title")} breadcrumbs={[{ href: `/sources/${id}`, label: source.title }, { href: `/sources/${id}/read`, label: t("read.title") }]}>
        <p className="max-w-prose text-muted">{t("cite.lead")}</p>
      </PageHeader>
      <CaseSearch query={q} kept={{ ...subjectQuery(chosen), ...(start && end ? { start, end } : {}) }} label={t("subject.find")} />
      <FormWords namespaces={["vocab", "cases", "claims"]}>
        <NewClaimForm
          action={recordClaimAction}
          submission={newSubmission()}
          today={today}
          source={{ id, language: source.language }}
          values={pointed}
          subjects={await subjectOptions(actor, id, chosen.caseIds, q)}
          chosen={{ caseIds: chosen.caseIds, eventId: chosen.eventId ?? "" }}
        />
      </FormWords>
    </>
  );
}
