import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { ReportKind } from "@/lib/model/report";

/** The kinds of report that can be made of one case or event; nothing where there are none. */
export function ReportLinks({ kinds, id }: { kinds: readonly ReportKind[]; id: string }) {
  const t = useTranslations("reports");
  if (kinds.length === 0) return null;
  return (
    <div className="print:hidden">
      <Section id="reports" title={t("library.title")}>
        <ul className="grid gap-2">
          {kinds.map((kind) => (
            <li key={kind}>
              <Link href={`/reports/new?kind=${kind}&id=${id}`} prefetch={false} className="link inline-block min-h-6" data-testid={`action-report-${kind}`}>
                {t(`kind.${kind}.title`)}
              </Link>
              <p className="text-sm text-muted">{t(`kind.${kind}.about`)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
