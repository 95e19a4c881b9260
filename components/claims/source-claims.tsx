import { BadgeCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { slotName } from "@/components/people/person-name";
import type { RecordNames, SourceClaim } from "./claim-facts";
import { useClaimValue } from "./claim-value";

type Props = { claims: readonly SourceClaim[]; names: RecordNames; mayWrite: boolean };

/** What a claim is about, as a link; or that it is not said yet. */
export function ClaimAbout({ claim }: { claim: SourceClaim }) {
  const t = useTranslations("claims.subject");
  const people = useTranslations("people");
  const { about } = claim;
  if (claim.eventId !== null) {
    return (
      <Link href={`/events/${claim.eventId}#claims`} prefetch={false} className="link inline-block min-h-6">
        {about.event}
      </Link>
    );
  }
  if (claim.caseId === null) return <strong data-testid="claim-unattached">{t("not_said")}</strong>;
  const who = { slot: about.slot, slotCount: about.slotCount, displayName: about.displayName ?? "", sex: about.sex ?? "unknown" };
  return (
    <>
      <Link href={`/cases/${claim.caseId}#claims-${claim.field}`} prefetch={false} className="link inline-block min-h-6">
        {about.reference}
      </Link>{" "}
      <bdi>{slotName(who, people)}</bdi>
    </>
  );
}

/** What was taken from a source, in the order of its text. */
export function SourceClaims({ claims, names, mayWrite }: Props) {
  const t = useTranslations("claims");
  const vocab = useTranslations("vocab.cited_fields");
  const valueOf = useClaimValue(names);
  if (claims.length === 0) return <p className="text-muted">{t("source_none")}</p>;
  return (
    <ol className="grid gap-3" data-testid="source-claims">
      {claims.map((claim) => (
        <li key={claim.id} id={`claim-${claim.id}`} className="claim-row grid gap-1 border-s-4 border-edge ps-3" data-testid={`citation-${claim.id}`}>
          <p className="wrap-anywhere">
            <ClaimAbout claim={claim} /> · {vocab(claim.field)}
            {valueOf(claim) && (
              <>
                : <strong>{valueOf(claim)}</strong>
              </>
            )}
          </p>
          {claim.quote && <blockquote className="wrap-anywhere whitespace-pre-line">{claim.withdrawn === null ? <q>{claim.quote}</q> : <s>{claim.quote}</s>}</blockquote>}
          {claim.saidBy && <p className="text-sm">{t("says", { who: claim.saidBy })}</p>}
          {claim.followed && (
            <p className="inline-flex items-center gap-1 text-sm font-medium text-accent">
              <BadgeCheck aria-hidden className="size-4 shrink-0" />
              {t("followed")}
            </p>
          )}
          {claim.withdrawn !== null && <p className="text-sm">{t("withdrawn", { reason: claim.withdrawn })}</p>}
          {claim.withdrawn === null && mayWrite && (
            <p className="print:hidden">
              <Link href={`/sources/${claim.sourceId}/claims/${claim.id}`} prefetch={false} className="link inline-block min-h-6 text-sm" data-testid={`edit-claim-${claim.id}`}>
                {t("correct")}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
