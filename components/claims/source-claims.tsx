import { BadgeCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { slotName } from "@/lib/wording/person-name";
import { sameClaims } from "@/lib/model/same-claims";
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

const Followed = () => {
  const t = useTranslations("claims");
  return (
    <span className="inline-flex items-center gap-1 text-sm font-medium text-accent">
      <BadgeCheck aria-hidden className="size-4 shrink-0" />
      {t("followed")}
    </span>
  );
};

function Correct({ claim: { id, sourceId } }: { claim: SourceClaim }) {
  const t = useTranslations("claims");
  return (
    <Link href={`/sources/${sourceId}/claims/${id}`} prefetch={false} className="link inline-block min-h-6 text-sm print:hidden" data-testid={`edit-claim-${id}`}>
      {t("correct")}
    </Link>
  );
}

/** The cases that one quotation was accepted for, each with what can be done with it; they fold away, and open where a link leads to one of them. */
function SameOfMany({ claims, mayWrite }: Pick<Props, "claims" | "mayWrite">) {
  const t = useTranslations("claims");
  return (
    <details data-testid="same-claim">
      <summary className="link inline-flex min-h-6 items-center">{t("of_cases", { count: claims.length })}</summary>
      <ul className="grid gap-1 ps-3">
        {claims.map((claim) => (
          <li key={claim.id} id={`claim-${claim.id}`} className="claim-row flex flex-wrap items-center gap-x-3" data-testid={`citation-${claim.id}`}>
            <span>
              <ClaimAbout claim={claim} />
            </span>
            {claim.followed && <Followed />}
            {claim.withdrawn === null && mayWrite && <Correct claim={claim} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One quotation with what is claimed by it, of one case, event or nothing yet, or of several cases at once. */
function Quotation({ claims, names, mayWrite }: Props) {
  const t = useTranslations("claims");
  const vocab = useTranslations("vocab.cited_fields");
  const valueOf = useClaimValue(names);
  const [claim] = claims;
  if (!claim) return null;
  const alone = claims.length === 1;
  const value = valueOf(claim);
  return (
    <li {...(alone ? { id: `claim-${claim.id}`, "data-testid": `citation-${claim.id}` } : {})} className="claim-row grid gap-1 border-s-4 border-edge ps-3">
      <p className="wrap-anywhere">
        {alone && (
          <>
            <ClaimAbout claim={claim} /> ·{" "}
          </>
        )}
        {vocab(claim.field)}
        {value && (
          <>
            : <strong>{value}</strong>
          </>
        )}
      </p>
      {claim.quote && <blockquote className="wrap-anywhere whitespace-pre-line">{claim.withdrawn === null ? <q>{claim.quote}</q> : <s>{claim.quote}</s>}</blockquote>}
      {claim.saidBy && <p className="text-sm">{t("says", { who: claim.saidBy })}</p>}
      {alone && claim.followed && (
        <p>
          <Followed />
        </p>
      )}
      {claim.withdrawn !== null && <p className="text-sm">{t("withdrawn", { reason: claim.withdrawn })}</p>}
      {!alone && <SameOfMany claims={claims} mayWrite={mayWrite} />}
      {alone && claim.withdrawn === null && mayWrite && (
        <p>
          <Correct claim={claim} />
        </p>
      )}
    </li>
  );
}

/** What was taken from a source, in the order of its text; a quotation that was accepted for several cases stands there once. */
export function SourceClaims({ claims, ...rest }: Props) {
  const t = useTranslations("claims");
  if (claims.length === 0) return <p className="text-muted">{t("source_none")}</p>;
  return (
    <ol className="grid gap-3" data-testid="source-claims">
      {sameClaims(claims).map((group) => (
        <Quotation key={group[0]?.id} claims={group} {...rest} />
      ))}
    </ol>
  );
}
