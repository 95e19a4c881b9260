import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/use-form-action";
import { PressButton } from "@/components/forms/press-button";
import { DataTable } from "@/components/ui/data-table";
import { StatusPill } from "@/components/ui/status-pill";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { FeedItem } from "@/lib/model/calendar-feed";

type Props = { feeds: readonly FeedItem[]; action: FormAction; submission: string; zone: string };

/** One's own addresses for calendar programs, each with what it tells of and the way to end it. */
export function FeedTable({ feeds, action, submission, zone }: Props) {
  const t = useTranslations("calendar.feeds");
  const feed = useTranslations("calendar.feed");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const time = (at: number) => formatInstant(at, zone, locale, { compact: true });
  const nameOf = ({ name }: FeedItem) => name || feed("name");
  return (
    <DataTable<FeedItem>
      caption={t("list")}
      rows={feeds}
      rowKey={({ id }) => id}
      rowTestId={({ revokedAt }) => (revokedAt === null ? "feed-live" : "feed-ended")}
      columns={[
        { key: "name", header: t("column.name"), primary: true, cell: (row) => (row.revokedAt === null ? nameOf(row) : <del className="text-muted">{nameOf(row)}</del>) },
        { key: "kinds", header: t("column.kinds"), words: true, cell: ({ kinds, whose }) => [kinds.map((kind) => vocab(`calendar_kinds.${kind}`)).join(", "), vocab(`whose_cases.${whose}`)].join(" · ") },
        { key: "made", header: t("column.made"), cell: ({ createdAt }) => time(createdAt) },
        { key: "read", header: t("column.read"), cell: ({ readAt }) => (readAt === null ? t("never") : time(readAt)) },
        {
          key: "state",
          header: t("column.state"),
          cell: (row) =>
            row.revokedAt === null ? (
              <div className="flex flex-wrap items-center gap-2">
                <StatusPill tone="released">{t("live")}</StatusPill>
                <PressButton action={action} hidden={{ feedId: row.id }} submission={submission} label={t("revoke")} about={nameOf(row)} failed={t("revoke_failed")} href="/calendar/feeds" testId="revoke-feed" />
              </div>
            ) : (
              t("ended", { date: time(row.revokedAt) })
            ),
        },
      ]}
    />
  );
}
