import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ComparedClaim } from "@/components/claims/claim-facts";
import { ConsentLine } from "@/components/consent/consent-line";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { PageHeader } from "@/components/layout/page-header";
import { DetentionFlagPills } from "@/components/timeline/detention-flags";
import { Badge } from "@/components/ui/badge";
import { formatCount, formatUncertain, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { SharedWith } from "@/lib/model/consent";
import type { DetentionFlags } from "@/lib/model/custody-history";
import type { CaseFrame, ShownStated } from "./case-facts";
import { CaseName } from "./case-name";
import { CaseStatus } from "./case-status";
import { daysHeld, placeName } from "@/lib/wording/case-words";
import { ReleaseWhen } from "./release-when";

type Props = { frame: CaseFrame; stated: readonly ShownStated[]; claims: readonly ComparedClaim[]; /** To whom the person may be named. */ consent: { personId: string; shared: readonly SharedWith[] }; /** What this detention is among the person’s others. */ history: DetentionFlags | undefined; actions?: ReactNode };

function Answer({ question, children, testId }: { question: string; children: ReactNode; testId: string }) {
  return (
    <div className="min-w-0 border-s-2 border-line ps-3">
      <dt className="text-sm text-muted">{question}</dt>
      <dd className="min-w-0 font-medium wrap-anywhere" data-testid={testId}>
        {children}
      </dd>
    </div>
  );
}

/** Everyone who vouches for a fact of the case, each once; whom nobody may see here is `unseen`. */
function sayers(stated: readonly ShownStated[], claims: readonly ComparedClaim[], unseen: string): string[] {
  const counting = claims.filter(({ withdrawn }) => withdrawn === null);
  const people = stated.filter((each) => each.stated.withdrawn === null).map((each) => each.stated.attributedTo);
  return [...new Set([...counting.map(({ source }) => source.publisher || source.title), ...people].map((who) => who || unseen))];
}

/** When custody began; where only the ruling is known, at the latest then. */
function Since({ frame: { item, estimate } }: { frame: CaseFrame }) {
  const t = useTranslations("cases.five");
  const locale = useLocale() as Locale;
  const start = estimate?.startUsed;
  return item.seizedText === null && start ? t("since_at_least", { date: formatUncertain(start.when, locale) }) : formatUncertain(item.seizedText, locale);
}

/** The five questions: who, held where, since when, until when, who says so. */
export function CaseHeader({ frame, stated, claims, consent, history, actions }: Props) {
  const t = useTranslations("cases");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const { item, now, homeZone } = frame;
  const days = daysHeld(item, now);
  const said = sayers(stated, claims, useTranslations("sources")("protected"));
  const zone = zoneNote(item.zone, homeZone, item.custodyFrom ?? now, locale);
  const place = placeName(item, locale);
  return (
    <PageHeader title={<CaseName item={item} />} breadcrumbs={[{ href: "/cases", label: t("title") }]} actions={actions}>
      <p className="flex flex-wrap items-center gap-2">
        <CaseStatus status={item.status} />
        {item.detentionKind !== "unknown" && <Badge>{vocab(`detention_kinds.${item.detentionKind}`)}</Badge>}
        <DetentionFlagPills flags={history} />
        {item.priority !== "normal" && <Badge>{vocab(`priorities.${item.priority}`)}</Badge>}
        <span className="text-muted tabular-nums" data-testid="case-reference">
          {item.reference}
        </span>
      </p>
      <dl className="grid gap-x-6 gap-y-3 pt-2 sm:grid-cols-2 lg:grid-cols-4" data-testid="five-questions">
        <Answer question={t(item.outstanding ? "five.where" : "five.where_past")} testId="case-where">
          {item.heldAt && (
            <>
              <InstitutionLink of={item.heldAt} />,{" "}
            </>
          )}
          {place}
          {!item.heldAt && item.outstanding && <span className="block text-sm font-normal text-muted">{t("five.where_unknown")}</span>}
        </Answer>
        <Answer question={t("five.since")} testId="case-since">
          <Since frame={frame} />
          {days !== null && <span className="block text-sm font-normal text-muted">{t(item.outstanding ? "five.days_so_far" : "five.days_held", { days, shown: formatCount(days, locale) })}</span>}
          {zone && <span className="block text-sm font-normal text-muted">{zone}</span>}
        </Answer>
        <Answer question={t(item.outstanding ? "five.until" : "five.released")} testId="case-until">
          <ReleaseWhen item={item} now={now} viewerZone={homeZone} />
        </Answer>
        <Answer question={t("five.says")} testId="case-says">
          {said.length === 0 ? <span className="font-normal text-muted">{t("five.says_nobody")}</span> : said.slice(0, 4).join("; ")}
        </Answer>
      </dl>
      <ConsentLine {...consent} />
    </PageHeader>
  );
}
