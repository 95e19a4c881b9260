import { useTranslations } from "next-intl";

/** Says that a part of an allegation was taken back, and why; nothing while it counts. */
export function WithdrawnBecause({ reason }: { reason: string | null }) {
  const t = useTranslations("allegations");
  return reason === null ? null : (
    <p className="text-sm" data-testid="withdrawn">
      {t("withdrawn_because", { reason })}
    </p>
  );
}
