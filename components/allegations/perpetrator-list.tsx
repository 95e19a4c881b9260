import { useLocale, useTranslations } from "next-intl";
import type { ShownPerpetrator } from "@/lib/wording/allegation-sentence";
import { institutionName } from "@/lib/model/institution-name";

/** Who is said to have done it, each with how far they took part; a person only where the reader may see one. */
export function PerpetratorList({ perpetrators }: { perpetrators: readonly ShownPerpetrator[] }) {
  const t = useTranslations("allegations");
  const vocab = useTranslations("vocab.involvements");
  const locale = useLocale();
  return (
    <ul className="grid gap-1" data-testid="perpetrators">
      {perpetrators.map(({ id, body, unit, person, involvement }) => (
        <li key={id} className="wrap-anywhere">
          {[body ? institutionName(body, locale) : "", unit, person].filter(Boolean).join(", ") || t("somebody_described")}
          {involvement !== "unknown" && <span className="text-muted"> · {vocab(involvement)}</span>}
        </li>
      ))}
    </ul>
  );
}
