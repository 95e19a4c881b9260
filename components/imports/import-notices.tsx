import { useLocale, useTranslations } from "next-intl";
import { RefreshWhile } from "@/components/rules/refresh-while";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import type { RowVerdict } from "@/lib/exchange/event-plan";
import { formatCount, formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Counts = Record<RowVerdict | "withdrawn", number>;
type Draft = { step: "columns" | "details" | "ready"; remembered: boolean; newPlaces: readonly { text: string; code: string; zone: string }[] };

/** That nothing is recorded yet, what would be, and what is still to be answered. */
export function DraftNotice({ importId, draft, counts }: { importId: string; draft: Draft; counts: Counts }) {
  const t = useTranslations("imports");
  const shown = useCounts(counts);
  if (draft.step !== "ready")
    return (
      <Alert tone="today" title={t("draft.unfinished")} data-testid="draft-unfinished">
        <p>{t("draft.unfinished_explain")}</p>
        <p className="mt-2">
          <LinkButton href={`/imports/${importId}/${draft.step}`} variant="primary">
            {t("draft.go_on")}
          </LinkButton>
        </p>
      </Alert>
    );
  return (
    <Alert tone={counts.accepted > 0 ? "custody" : "today"} title={t("draft.title")} data-testid="draft-notice">
      <p>{t("draft.counts", shown)}</p>
      {draft.remembered && <p>{t("draft.remembered")}</p>}
      {draft.newPlaces.length > 0 && <p>{t("draft.new_places", { places: draft.newPlaces.map(({ text, code, zone }) => `${text} (${code}, ${zone})`).join("; ") })}</p>}
      <p>{t("draft.all_or_nothing")}</p>
    </Alert>
  );
}

/** How far the work on a file is that goes on without anybody having to wait for it: the page draws itself anew, with or without JavaScript. */
export function GoingNotice({ importId, phase, done, total }: { importId: string; phase: string; done: number; total: number }) {
  const t = useTranslations("imports");
  const locale = useLocale() as Locale;
  return (
    <Alert tone="custody" title={t(`going.${phase}`)} data-testid="going-notice">
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <p role="status">{t("going.progress", { done: formatCount(done, locale), total: formatCount(total, locale) })}</p>
      <progress className="w-full max-w-md" value={done} max={Math.max(total, 1)} aria-label={t(`going.${phase}`)} />
      <p>{t(`going.${phase}_explain`)}</p>
      <p className="mt-2">
        <LinkButton href={`/imports/${importId}`} data-testid="action-refresh">
          {t("going.refresh")}
        </LinkButton>
      </p>
      <RefreshWhile />
    </Alert>
  );
}

/** What became of a file. */
export function RecordedNotice({ state, recordedAt, zone, counts, reason }: { state: string; recordedAt: number | null; zone: string; counts: Counts; reason: string }) {
  const t = useTranslations("imports");
  const locale = useLocale() as Locale;
  const shown = useCounts(counts);
  if (state === "discarded") return <Alert title={t("discarded")} data-testid="discarded-notice" />;
  if (state === "undone")
    return (
      <Alert tone="today" title={t("undone.title")} data-testid="undone-notice">
        <p>{t("undone.counts", shown)}</p>
        <p>{t("undone.reason", { reason })}</p>
      </Alert>
    );
  return (
    <Alert tone="released" title={t("recorded.title", { time: recordedAt === null ? "" : formatInstant(recordedAt, zone, locale) })} data-testid="recorded-notice">
      <p>{t("recorded.counts", shown)}</p>
      {counts.aside + counts.refused > 0 && <p>{t("recorded.left_out")}</p>}
    </Alert>
  );
}

function useCounts({ accepted, aside, refused, withdrawn }: Counts) {
  const locale = useLocale() as Locale;
  return { accepted: formatCount(accepted, locale), aside: formatCount(aside, locale), refused: formatCount(refused, locale), withdrawn: formatCount(withdrawn, locale) };
}
