import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { caseName } from "@/lib/wording/case-words";
import { DataTable } from "@/components/ui/data-table";
import { formatCount, formatDuration, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { endOfWindow } from "@/lib/model/estimate-diff";

type Window = { from: number | null; to: number | null };
type Named = Pick<CaseSummary, "id" | "reference" | "zone" | "personName" | "sex" | "slot" | "slotCount" | "seizedText" | "placeKk" | "placeRu" | "placeEn">;
type Move = { case: Named; was: Window; is: Window };

const MOST_LISTED = 200;

/** Which cases would move, from when to when, and by how much; those of other teams as a number. */
export function MoveTable({ moves, elsewhere }: { moves: readonly Move[]; elsewhere: number }) {
  const t = useTranslations("rules.recompute");
  const dashboard = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  const shift = useShift();
  const window = ({ from, to }: Window, zone: string) => formatWindow(from, to, zone, locale, { compact: true });
  return (
    <>
      {moves.length === 0 && elsewhere === 0 && <p data-testid="nothing-moves">{t("nothing")}</p>}
      {moves.length > 0 && (
        <DataTable<Move>
          caption={t("preview_title")}
          rows={moves.slice(0, MOST_LISTED)}
          rowKey={(move) => move.case.id}
          rowTestId={(move) => `move-${move.case.reference}`}
          columns={[
            {
              key: "case",
              header: t("case"),
              primary: true,
              cell: (move) => (
                <>
                  <Link href={`/cases/${move.case.id}`} prefetch={false} className="link">
                    {move.case.reference}
                  </Link>{" "}
                  <bdi className="font-normal">{caseName(move.case, dashboard, locale)}</bdi>
                </>
              ),
            },
            { key: "was", header: t("was"), cell: (move) => window(move.was, move.case.zone) },
            { key: "is", header: t("is"), cell: (move) => window(move.is, move.case.zone) },
            { key: "shift", header: t("shift"), cell: (move) => shift(move) },
          ]}
        />
      )}
      {moves.length > MOST_LISTED && <p>{t("more", { count: moves.length - MOST_LISTED, shown: formatCount(moves.length - MOST_LISTED, locale), command: "npm run -s rules -- preview" })}</p>}
      {elsewhere > 0 && <p data-testid="moves-elsewhere">{t("elsewhere", { count: elsewhere, shown: formatCount(elsewhere, locale) })}</p>}
    </>
  );
}

/** By how much the end of a window moves; where that stays, its beginning. */
function useShift(): (move: Move) => string {
  const t = useTranslations("rules.recompute");
  const locale = useLocale() as Locale;
  return ({ was, is }) => {
    const ends = [endOfWindow(was.from, was.to), endOfWindow(is.from, is.to)] as const;
    const [before, after] = ends[0] === ends[1] ? [was.from, is.from] : ends;
    if (before === null || after === null) return t(after === null ? "unknown_then" : "known_then");
    return t(after > before ? "later" : "earlier", { time: formatDuration(after - before, locale) });
  };
}
