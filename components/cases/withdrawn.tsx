import { useTranslations } from "next-intl";

/** Says that a record was taken back, and why; nothing while it counts. */
export function Withdrawn({ reason }: { reason: string | null }) {
  const t = useTranslations("cases.withdraw");
  if (reason === null) return null;
  return (
    <p className="text-sm" data-testid="withdrawn">
      <strong>{t("done")}</strong> {reason}
    </p>
  );
}
