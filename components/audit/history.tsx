import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { AuditLine, Names } from "@/lib/model/audit";
import { Changes } from "./changes";

type Props = {
  lines: readonly AuditLine[];
  names: Record<string, Names>;
  /** Whether each line says which case it is about; not on the page of that case. */
  showCase?: boolean | undefined;
};

/** Entries of the log as sentences, newest first, each with what it changed. */
export function History({ lines, names, showCase = false }: Props) {
  const t = useTranslations("audit");
  const locale = useLocale() as Locale;
  if (lines.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <ol className="grid" data-testid="history">
      {lines.map((line) => (
        <li key={line.seq} className="grid gap-1.5 border-t border-line py-3 first:border-t-0" data-testid={`audit-row-${line.seq}`}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 wrap-anywhere" data-testid="audit-sentence">
              <Sentence line={line} showCase={showCase} />
            </span>
            <span className="text-sm text-muted tabular-nums">{t("when", { time: formatInstant(line.at, line.zone, locale, { compact: true }), seq: line.seq })}</span>
          </p>
          {line.hidden && <p className="text-sm text-muted">{t("hidden")}</p>}
          {line.changes.length > 0 && <Changes line={line} names={names} />}
        </li>
      ))}
    </ol>
  );
}

function Sentence({ line, showCase }: { line: AuditLine; showCase: boolean }) {
  const t = useTranslations("audit");
  const known = t.has(`did.${line.action}`) ? `did.${line.action}` : "did.other";
  const what = t(known, { who: useWho(line), subject: line.subject.name ?? t("someone"), action: line.action });
  if (!showCase || !line.case) return what;
  const { id, reference } = line.case;
  return t.rich("on_case", {
    what,
    reference,
    link: (chunks) => (
      <Link href={`/cases/${id}`} prefetch={false} className="link">
        {chunks}
      </Link>
    ),
  });
}

function useWho({ actorId, actorName }: AuditLine): string {
  const t = useTranslations("audit.who");
  if (actorName !== null) return actorName;
  if (actorId === "command-line") return t("command_line");
  return t(actorId === "anonymous" ? "anonymous" : "unknown");
}
