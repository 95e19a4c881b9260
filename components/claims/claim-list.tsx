import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { citedFields } from "@/lib/model/vocabularies";
import { ClaimCard } from "./claim-card";
import type { ClaimActions, ClaimsOfRecord, ComparedClaim, RecordNames, RecordedValues } from "./claim-facts";
import { useClaimValue } from "./claim-value";

type Props = { facts: ClaimsOfRecord; editable: boolean; actions?: ClaimActions | undefined };
type PartProps = { claims: readonly ComparedClaim[]; names: RecordNames; editable: boolean; actions?: ClaimActions | undefined };

function Cards({ claims, ...rest }: PartProps) {
  return (
    <ul className="grid gap-3">
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimCard claim={claim} {...rest} />
        </li>
      ))}
    </ul>
  );
}

/** Claims that cannot all be right, side by side: which one the record follows is for a person to say. */
function Disagreement({ field, claims, ...rest }: PartProps & { field: string }) {
  const t = useTranslations("claims");
  return (
    <div className="notice notice-today grid gap-2" data-testid={`disagree-${field}`}>
      <p className="flex items-center gap-2 font-semibold">
        <Scale aria-hidden className="size-5 shrink-0 text-today" />
        {t(claims.every(({ valueKind }) => valueKind === "count") ? "disagree_counts" : "disagree")}
      </p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {claims.map((claim) => (
          <li key={claim.id} className="min-w-0">
            <ClaimCard claim={claim} {...rest} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the record itself holds of a fact, beside what is said of it. */
function RecordSays({ field, recorded, names }: { field: string; recorded: RecordedValues; names: RecordNames }) {
  const t = useTranslations("claims");
  const valueOf = useClaimValue(names);
  // A person and a name are one answer to the reader.
  const told = recorded.filter((each) => each.field === field && each.valueKind !== "person").flatMap(({ valueKind, values }) => values.map((value) => valueOf({ valueKind, value })));
  if (!recorded.some((each) => each.field === field)) return null;
  const shown = [...new Set(told.filter(Boolean))];
  return (
    <p className="text-sm" data-testid={`recorded-${field}`}>
      <span className="text-muted">{t("record_says")}</span> {shown.length > 0 ? shown.join("; ") : t("record_silent")}
    </p>
  );
}

/** What sources say word for word, fact by fact, beside what the record holds; what contradicts stands together. */
export function ClaimList({ facts: { claims, recorded, names }, editable, actions }: Props) {
  const t = useTranslations("claims");
  const vocab = useTranslations("vocab.cited_fields");
  if (claims.length === 0) return <p className="text-muted">{t("none")}</p>;
  const groups = citedFields.map((field) => ({ field, all: claims.filter((claim) => claim.field === field) })).filter(({ all }) => all.length > 0);
  const rest = { names, editable, actions };
  return (
    <div className="grid gap-4">
      {groups.map(({ field, all }) => {
        const against = all.filter((claim) => claim.disputed && claim.withdrawn === null);
        const others = all.filter((claim) => !against.includes(claim));
        return (
          <section key={field} id={`claims-${field}`} aria-labelledby={`claims-${field}-title`} className="grid gap-2 border-t border-line pt-3 first:border-t-0 first:pt-0" data-testid={`citations-${field}`}>
            <h3 id={`claims-${field}-title`} className="text-sm text-muted">
              {vocab(field)}
            </h3>
            <RecordSays field={field} recorded={recorded} names={names} />
            {against.length > 0 && <Disagreement field={field} claims={against} {...rest} />}
            {others.length > 0 && <Cards claims={others} {...rest} />}
          </section>
        );
      })}
    </div>
  );
}

/** A line beside a fact that leads to what sources say of it; nothing where they say nothing. */
export function ClaimHint({ claims, fields }: { claims: readonly ComparedClaim[]; fields: readonly string[] }) {
  const t = useTranslations("claims");
  const about = claims.filter((claim) => fields.includes(claim.field) && claim.withdrawn === null);
  const [first] = about;
  if (!first) return null;
  const against = about.find(({ disputed }) => disputed);
  return (
    <p className="text-sm print:hidden" data-testid={`hint-${fields[0] ?? ""}`}>
      <a href={`#claims-${(against ?? first).field}`} className="link inline-block min-h-6">
        {t("hint_count", { count: about.length })}
      </a>
      {against && <strong className="ms-2 text-today">{t(claims.every(({ valueKind }) => valueKind === "count") ? "disagree_counts" : "disagree")}</strong>}
    </p>
  );
}
