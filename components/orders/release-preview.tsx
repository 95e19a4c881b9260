"use client";

import { Calculator } from "lucide-react";
import { useTranslations } from "next-intl";
import { ReleaseReasons } from "@/components/cases/release-reasons";
import { ComputedWhen } from "@/components/release/computed-when";
import type { ReleaseEstimate } from "@/lib/release/estimate";

export type PreviewedCase = { reference: string; zone: string; estimate: ReleaseEstimate };
export type OrderPreview = { now: number; cases: PreviewedCase[] };

/** Cases that come to the same date are shown once, with all their references. */
function grouped(cases: readonly PreviewedCase[]): { references: string[]; shown: PreviewedCase }[] {
  const groups = new Map<string, { references: string[]; shown: PreviewedCase }>();
  for (const each of cases) {
    const key = `${each.estimate.earliest}/${each.estimate.latest}/${each.estimate.basis}`;
    const group = groups.get(key) ?? { references: [], shown: each };
    group.references.push(each.reference);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function Expected({ now, shown: { estimate, zone } }: { now: number; shown: PreviewedCase }) {
  const t = useTranslations("rulings.preview");
  if (estimate.basis !== "computed") return <p data-testid="preview-unknown">{t("not_computed")}</p>;
  return <ComputedWhen estimate={estimate} zone={zone} now={now} testId="preview-when" />;
}

/** What the ruling as typed would lead to; the words change as the form does. */
export function ReleasePreview({ preview, busy }: { preview: OrderPreview | undefined; busy: boolean }) {
  const t = useTranslations("rulings.preview");
  const groups = preview ? grouped(preview.cases) : [];
  return (
    <section aria-live="polite" aria-busy={busy} aria-label={t("title")} className="grid gap-2 rounded-lg border-2 border-accent bg-surface p-4" data-testid="release-preview">
      <p className="flex items-center gap-2 font-semibold">
        <Calculator aria-hidden className="size-4.5 text-accent" />
        {t("title")}
      </p>
      {groups.length === 0 && <p className="text-muted">{t("waiting")}</p>}
      {groups.map(({ references, shown }) => (
        <div key={references.join(" ")} className="grid gap-1">
          {groups.length > 1 && <p className="text-sm text-muted">{references.join(", ")}</p>}
          <Expected now={preview?.now ?? 0} shown={shown} />
          <ReleaseReasons estimate={shown.estimate} zone={shown.zone} />
        </div>
      ))}
    </section>
  );
}
