import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { RefreshWhile } from "./refresh-while";

type Run = { state: "running" | "cut_off" | "finished"; examined: number; moved: number };

/** How far the run is that is going on, or that the last one never came to its end. */
export function RunNotice({ run, open }: { run: Run; open: number }) {
  const t = useTranslations("rules.recompute");
  const locale = useLocale() as Locale;
  const [examined, moved] = [formatCount(run.examined, locale), formatCount(run.moved, locale)];
  if (run.state === "cut_off")
    return (
      <Alert tone="today" title={t("cut_off")} data-testid="run-cut-off">
        <p>{t("cut_off_explain", { examined })}</p>
        <p className="mt-2">
          <LinkButton href="/rules/recompute?preview=1" data-testid="action-again">
            {t("again")}
          </LinkButton>
        </p>
      </Alert>
    );
  return (
    <Alert tone="custody" title={t("running")} data-testid="run-going-on">
      <p role="status">{t("progress", { examined, open: formatCount(open, locale), moved })}</p>
      <p className="mt-2">
        <LinkButton href="/rules/recompute" data-testid="action-refresh">
          {t("refresh")}
        </LinkButton>
      </p>
      <RefreshWhile />
    </Alert>
  );
}
