import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";

/** Says the same for what is missing and for what may not be seen (AZ-5). */
export function NotFoundNotice() {
  const t = useTranslations("access.not_found");
  return (
    <div className="grid justify-items-start gap-3" data-testid="not-found">
      <h1 data-testid="page-title">{t("title")}</h1>
      <p>{t("explain")}</p>
      <LinkButton href="/">{t("home")}</LinkButton>
    </div>
  );
}
