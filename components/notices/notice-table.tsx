import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/use-form-action";
import { PressButton } from "@/components/forms/press-button";
import { DataTable } from "@/components/ui/data-table";
import { StatusPill } from "@/components/ui/status-pill";
import type { Tone } from "@/components/ui/class-names";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NoticeItem, NoticeView } from "@/lib/model/notice";
import type { NoticeKind } from "@/lib/model/vocabularies";
import { caseName } from "@/lib/wording/case-words";
import { aboutWords, ruleWords } from "@/lib/wording/notice-words";

const tones: Record<NoticeKind, Tone> = { due_tomorrow: "custody", due_today: "today", overdue: "overdue", limit: "today", stated_differs: "today", case_assigned: "neutral", task_assigned: "neutral", task_due: "today" };

/** Told from the first instant that any way of counting allows, which is not the date on the case's own page. */
const opensOnly: ReadonlySet<NoticeKind> = new Set(["due_tomorrow", "due_today"]);

type Buttons = { action: FormAction; submission: string; failed: string; href: string };
type Props = { items: readonly NoticeItem[]; view: NoticeView; zone: string; buttons: Buttons };

/** One's own notices, newest first; what no longer holds is struck through and says so. */
export function NoticeTable({ items, view, zone, buttons }: Props) {
  const t = useTranslations("notices");
  const all = useTranslations();
  const kinds = useTranslations("vocab.notice_kinds");
  const dashboard = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  const hrefOf = ({ case: { id }, taskId }: NoticeItem) => (taskId === null ? `/cases/${id}` : `/cases/${id}/tasks/${taskId}`);
  return (
    <DataTable<NoticeItem>
      caption={t("caption")}
      rows={items}
      rowKey={({ id }) => id}
      rowTestId={({ kind }) => `notice-${kind}`}
      data-testid="notice-table"
      columns={[
        {
          key: "what",
          header: t("column.what"),
          primary: true,
          cell: (item) =>
            item.settled ? (
              <>
                <del className="text-muted">{kinds(item.kind)}</del> <span className="text-sm text-muted">{t("settled")}</span>
              </>
            ) : (
              <>
                <StatusPill tone={tones[item.kind]}>{kinds(item.kind)}</StatusPill>
                {item.rule && <span className="mt-1 block text-sm font-normal text-muted">{ruleWords(item, all)}</span>}
              </>
            ),
        },
        {
          key: "case",
          header: t("column.case"),
          cell: (item) => (
            <div>
              <Link href={hrefOf(item)} prefetch={false} className="link inline-block min-h-6">
                {caseName(item.case, dashboard, locale)}
              </Link>{" "}
              <span className="text-sm whitespace-nowrap text-muted tabular-nums">{item.case.reference}</span>
            </div>
          ),
        },
        { key: "about", header: t("column.about"), cell: (item) => (opensOnly.has(item.kind) && item.about !== null ? t("earliest", { date: aboutWords(item, locale) }) : aboutWords(item, locale)) },
        { key: "at", header: t("column.at"), cell: ({ at }) => formatInstant(at, zone, locale, { compact: true }) },
        {
          key: "state",
          header: t("column.state"),
          cell: (item) =>
            item.read || item.settled ? (
              t("state.read")
            ) : (
              <div className="flex flex-wrap items-center gap-2">
                {view === "all" && <span className="font-semibold">{t("state.new")}</span>}
                <PressButton {...buttons} hidden={{ noticeId: item.id, view }} label={t("mark")} about={`${kinds(item.kind)}, ${item.case.reference}`} testId="mark-one" />
              </div>
            ),
        },
      ]}
    />
  );
}
