import { BadgeCheck, CircleDashed, Equal, EqualNot } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Withdrawn } from "@/components/cases/withdrawn";
import { useSourceName } from "@/components/sources/source-name";
import { OneClick } from "@/components/tasks/one-click";
import { recordHref } from "@/lib/model/claim-prefill";
import type { ClaimActions, ComparedClaim, RecordNames } from "./claim-facts";
import { useClaimValue } from "./claim-value";

type Props = {
  claim: ComparedClaim;
  names: RecordNames;
  /** May the reader correct it? */
  editable: boolean;
  actions?: ClaimActions | undefined;
};

const verdictIcons = { agrees: Equal, differs: EqualNot, nothing_recorded: CircleDashed };

/** How a claim stands to the record, with an icon and a word; nothing where there is nothing to compare. */
function Verdict({ verdict }: { verdict: ComparedClaim["verdict"] }) {
  const t = useTranslations("claims.verdict");
  if (verdict === "none") return null;
  const Icon = verdictIcons[verdict];
  return (
    <span className={`inline-flex items-center gap-1 text-sm ${verdict === "differs" ? "font-medium text-today" : verdict === "agrees" ? "text-released" : "text-muted"}`} data-testid="claim-verdict" data-verdict={verdict}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(verdict)}
    </span>
  );
}

/** One claim: what is claimed, in which words, by whom, and whether the record follows it. */
export function ClaimCard({ claim, names, editable, actions }: Props) {
  const t = useTranslations("claims");
  const sourceName = useSourceName();
  const valueOf = useClaimValue(names);
  const value = valueOf(claim);
  const { source, withdrawn } = claim;
  const counts = withdrawn === null;
  const record = recordHref(claim);
  return (
    <div className="grid min-w-0 content-start gap-1 border-s-2 border-line ps-3" data-testid={`citation-${claim.id}`}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {value && <span className={counts ? "font-semibold wrap-anywhere" : "wrap-anywhere line-through"} data-testid="claim-value">{value}</span>}
        {counts && <Verdict verdict={claim.verdict} />}
        {claim.followed && (
          <span className="inline-flex items-center gap-1 text-sm font-medium text-accent" data-testid="claim-followed">
            <BadgeCheck aria-hidden className="size-4 shrink-0" />
            {t("followed")}
          </span>
        )}
      </p>
      {claim.quote && (
        <blockquote className={counts ? "wrap-anywhere whitespace-pre-line" : "wrap-anywhere line-through"}>
          <q>{claim.quote}</q>
        </blockquote>
      )}
      <p className="text-sm wrap-anywhere">
        {claim.saidBy && `${t("says", { who: claim.saidBy })} · `}
        <Link href={`/sources/${source.id}${source.masked ? "" : `#claim-${claim.id}`}`} prefetch={false} className="link">
          {sourceName(source)}
        </Link>
        {source.publisher && ` · ${source.publisher}`}
      </p>
      <Withdrawn reason={withdrawn} />
      {editable && counts && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
          {actions && (claim.caseId !== null || claim.eventId !== null) && (
            <OneClick
              action={actions.follow}
              hidden={{ claimId: claim.id, follow: claim.followed ? "no" : "yes" }}
              version={claim.version}
              submission={actions.submission}
              label={t(claim.followed ? "unfollow" : "follow")}
              about={value || claim.quote.slice(0, 80)}
              failed={t("follow_failed")}
              href={`/sources/${source.id}/claims/${claim.id}`}
              testId={claim.followed ? "action-unfollow" : "action-follow"}
            />
          )}
          {record !== null && !claim.followed && claim.verdict !== "agrees" && (
            <Link href={record} prefetch={false} className="link inline-block min-h-6" data-testid={`record-claim-${claim.id}`}>
              {t("record_it")}
            </Link>
          )}
          <Link href={`/sources/${source.id}/claims/${claim.id}`} prefetch={false} className="link inline-block min-h-6" data-testid={`edit-claim-${claim.id}`}>
            {t("correct")}
          </Link>
        </div>
      )}
    </div>
  );
}
