import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { DraftForm } from "@/components/reports/draft-form";
import { EmptyState } from "@/components/ui/empty-state";
import { nativeNames } from "@/lib/i18n/locales";
import { caseQueryString, readCaseQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { reportKinds, reportSubjects, reportVariants, toTheUnitedNations, variantOf } from "@/lib/model/report";
import { consentPurposes, detentionKinds } from "@/lib/model/vocabularies";
import { inputContext } from "@/lib/services/organisation";
import { EVERYBODY, HOUSE } from "@/lib/services/reports/destinations";
import { getNewReport } from "@/lib/services/reports/pages";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { placeOptions } from "@/lib/wording/event-words";
import { filterWords } from "@/components/reports/filter-words";
import { periodWords, reportName } from "@/lib/wording/report-words";
import { startReportAction } from "../actions";

type Props = { searchParams: Promise<{ kind?: string | string[]; id?: string | string[]; filter?: string | string[]; from?: string | string[]; to?: string | string[] }> };

const LANGUAGES = ["kk", "ru", "en"] as const;
const WEEK = 6;

/** A day as a link asks for it; `any` leaves the period open on that side. */
const dayAsked = (value: string | string[] | undefined, usual: string): string => (param(value) === "any" ? "" : (param(value) ?? usual));

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("library.title") };
}

export default async function NewReportPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/reports/new");
  const query = await searchParams;
  const asked = param(query.kind);
  const kind = asked === undefined ? "persons_deprived" : reportKinds.find((each) => each === asked);
  if (!kind) notFound();
  const offered = await orNotFound(getNewReport(actor, kind, param(query.id)));
  const t = await getTranslations("reports");
  const vocab = await getTranslations("vocab");
  const locale = await currentLocale();
  const { today } = await inputContext();
  const filtered = reportSubjects[kind] === "filter";
  const variants = kind in reportVariants ? reportVariants[kind as keyof typeof reportVariants] : [];
  const along = caseQueryString(readCaseQuery(Object.fromEntries(new URLSearchParams(param(query.filter) ?? "")))).slice(1);
  const fromDay = Temporal.PlainDate.from(today).subtract({ days: WEEK }).toString();
  const document = await getTranslations("reports.document");
  const of = { places: new Map(placeOptions(offered.places, locale).map(({ value, label }) => [value, label])), vocab, dashboard: await getTranslations("dashboard"), reports: t };
  return (
    <FormWords namespaces={["reports"]}>
      <PageHeader title={t("new.title", { kind: t(`kind.${kind}.title`) })} breadcrumbs={[{ href: "/reports", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t(`kind.${kind}.about`)}</p>
        {offered.subject && (
          <p>
            {t("new.about")}:{" "}
            <Link href={offered.subject.href} prefetch={false} className="link">
              {offered.subject.name}
            </Link>
          </p>
        )}
      </PageHeader>
      {!filtered && !offered.subject ? (
        <EmptyState title={t("new.subject_needed")} data-testid="subject-needed" />
      ) : (
        <DraftForm
          action={startReportAction}
          kind={kind}
          toHint={kind === "overdue_letter" ? "to_hint_letter" : toTheUnitedNations(kind) ? "to_hint_un" : "to_hint"}
          mayAddRecipient={can(actor, "recipient.manage")}
          filtered={filtered}
          hidden={{ ...(offered.subject ? { subjectId: offered.subject.id } : {}), ...(along === "" ? {} : { query: along }) }}
          values={{ locale: LANGUAGES.find((each) => each === offered.defaultLocale) ?? "kk", to: kind === "overdue_letter" ? HOUSE : EVERYBODY, purpose: toTheUnitedNations(kind) ? "advocacy" : "publication", ...(variants.length > 0 ? { variant: variantOf(kind, null) } : {}), ...(filtered ? { fromDay: dayAsked(query.from, fromDay), toDay: dayAsked(query.to, today) } : {}), previousId: offered.previous[0]?.id ?? "" }}
          locales={LANGUAGES.map((value) => ({ value, label: nativeNames[value] }))}
          destinations={[{ value: EVERYBODY, label: t("to.public") }, { value: HOUSE, label: t("to.internal") }, ...offered.recipients.map(({ id, name }) => ({ value: id, label: name }))]}
          purposes={consentPurposes.map((value) => ({ value, label: vocab(`consent_purposes.${value}`) }))}
          variants={variants.map((value) => ({ value, label: t(`variant.${kind}.${value}`) }))}
          filters={offered.filters.map(({ id, name }) => ({ value: id, label: name }))}
          places={placeOptions(offered.places, locale)}
          detentionKinds={detentionKinds.map((value) => ({ value, label: vocab(`detention_kinds.${value}`) }))}
          previous={offered.previous.map((each) => ({ value: each.id, label: [reportName(each, document), periodWords(each.fromDay, each.toDay, locale, { compact: true })].filter(Boolean).join(", ") }))}
          takenAlong={along === "" ? "" : filterWords(along, of)}
          submission={newSubmission()}
          today={today}
        />
      )}
    </FormWords>
  );
}
