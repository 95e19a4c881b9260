import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { LongWords } from "@/components/ui/long-words";
import type { OutKind } from "@/lib/exchange/out-schema";
import type { Locale } from "@/lib/i18n/locales";
import { factText } from "./fact-values";

type FactLine = { path: readonly string[]; agreed: string; else: string };
type Props = { what: OutKind; facts: readonly FactLine[]; first: readonly object[] };

/** Every fact with what becomes of it, and the first records as they will be. */
export function FactTable({ what, facts, first }: Props) {
  const t = useTranslations("exports");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const fate = (line: FactLine) => (line.agreed === line.else ? t(`fate.${line.agreed}`) : t("preview.both", { agreed: t(`fate.${line.agreed}`), otherwise: t(`fate.${line.else}`) }));
  const called = (path: readonly string[]) => path.map((part) => t(`part.${part}`)).join(": ");
  return (
    // Words stay whole, so that several records side by side may need more room than there is: the table moves in its box, never the page.
    <div className="overflow-x-auto print:overflow-visible" role="region" aria-label={t("preview.caption")} tabIndex={0} data-testid="fact-box">
      <DataTable
        caption={t("preview.caption")}
        rows={facts}
        rowKey={({ path }) => path.join(".")}
        rowTestId={({ path }) => `fact-${path.join("-")}`}
        data-testid="fact-table"
        columns={[
          { key: "fact", header: t("preview.fact"), primary: true, words: true, cell: ({ path }) => called(path) },
          { key: "fate", header: t("preview.fate"), words: true, cell: (line) => <span className={line.agreed === "withheld" && line.else === "withheld" ? "text-muted" : undefined}>{fate(line)}</span> },
          ...first.map((record, at) => ({ key: `record-${at}`, header: t("preview.record", { number: at + 1 }), words: true, cell: ({ path }: FactLine) => <bdi><LongWords text={factText(what, path, record, t, vocab, locale)} /></bdi> })),
        ]}
      />
    </div>
  );
}
