import Link from "next/link";
import { useTranslations } from "next-intl";
import { AllegationMarks, AllegationSentence, type CardedAllegation } from "./allegation-card";
import { VictimList, type Victim } from "./victim-list";
import { WithdrawnBecause } from "./withdrawn-because";

type Item = { facts: CardedAllegation; victims: readonly Victim[] };

/** Allegations, each as its whole sentence and the cases that it concerns. */
export function AllegationTable({ items }: { items: readonly Item[] }) {
  const t = useTranslations("allegations");
  return (
    <ul className="grid gap-3" aria-label={t("title")} data-testid="allegation-list">
      {items.map(({ facts, victims }) => (
        <li key={facts.allegation.id} className="card grid gap-2" data-testid={`allegation-row-${facts.allegation.id}`}>
          <p className="font-medium wrap-anywhere">
            <AllegationSentence facts={facts} />
          </p>
          <WithdrawnBecause reason={facts.allegation.withdrawn} />
          <AllegationMarks facts={facts} />
          <p>
            <Link href={`/allegations/${facts.allegation.id}`} prefetch={false} className="link inline-block min-h-6" data-testid={`allegation-link-${facts.allegation.id}`}>
              {t("open")}
            </Link>
          </p>
          {victims.length > 0 && (
            <div className="grid gap-1 text-sm">
              <p className="text-muted">{t("cases")}</p>
              <VictimList victims={victims} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
