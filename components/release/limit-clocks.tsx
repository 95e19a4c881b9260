import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { StatusPill } from "@/components/ui/status-pill";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { appealKey, limitKey } from "@/lib/model/task-origin";
import type { EstimateAppeal, EstimateLimit } from "@/lib/release/estimate-facts";
import { ruleKey } from "@/lib/release/explain";
import { appealState, limitState, limitTitle, type ClockLine } from "@/lib/wording/clock-words";

type Shared = {
  zone: string;
  now: number;
  /** Whether the person is inside: nobody who is out has a clock that runs. */
  outstanding: boolean;
  /** What can be done about a clock, by its name; `open` while it still makes sense. */
  action?: ((key: string, open: boolean) => ReactNode) | undefined;
};
type Props = Shared & {
  limits: readonly EstimateLimit[];
  appeals: readonly EstimateAppeal[];
  zoneNote?: string | null | undefined;
  /** The date of an order as far as known. */
  orderDate: (orderId: string) => string | null;
};

function Line({ title, line, marks, note, action, testId }: { title: string; line: ClockLine; marks: ReactNode; note: string | undefined; action: ReactNode; testId: string }) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line pt-2 first:border-t-0 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]" data-testid={testId}>
      <div className="grid min-w-0 gap-1 print:block">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 print:inline">
          <strong className="print:me-1.5">{title}</strong>
          <StatusPill tone={line.tone} icon={line.tone === "custody" ? Clock : undefined} data-testid="clock-state">
            {line.state}
          </StatusPill>
          {marks}
        </p>
        {line.detail && <p className="text-sm wrap-anywhere print:ms-1.5 print:inline">{line.detail}</p>}
        {note && <p className="text-sm wrap-anywhere text-muted print:ms-1.5 print:inline">{note}</p>}
      </div>
      {action}
    </li>
  );
}

function Marks({ of: { confidence, overridden } }: { of: Pick<EstimateLimit, "confidence" | "overridden"> }) {
  const t = useTranslations("release");
  if (overridden) return <span className="text-sm text-muted" data-testid="own-rule">{t("clock.own_rule", { version: overridden.version, source: overridden.source })}</span>;
  return confidence === "confirmed" ? null : <Badge>{t(`confidence.${confidence}`)}</Badge>;
}

/** The citation of a rule; none for one that has lost its words since. */
function useCitation(): (rule: string) => string | undefined {
  const law = useTranslations("law.title");
  return (rule) => (law.has(ruleKey(rule)) ? law(ruleKey(rule)) : undefined);
}

function Limit({ limit, zone, now, outstanding, action }: Shared & { limit: EstimateLimit }) {
  const t = useTranslations("release");
  const locale = useLocale() as Locale;
  return (
    <Line
      title={limitTitle(limit, t)}
      line={limitState(limit, outstanding, { now, zone, locale, t })}
      marks={<Marks of={limit} />}
      note={useCitation()(limit.rule)}
      action={action?.(limitKey(limit), limit.state === "open" && outstanding)}
      testId={`limit-${ruleKey(limit.rule)}`}
    />
  );
}

function Appeal({ appeal, date, zone, now, action }: Shared & { appeal: EstimateAppeal; date: string | null }) {
  const t = useTranslations("release");
  const vocab = useTranslations("vocab.order_kinds");
  const locale = useLocale() as Locale;
  return (
    <Line
      title={[vocab(appeal.orderKind), date === null ? "" : formatUncertain(date, locale)].filter(Boolean).join(", ")}
      line={appealState(appeal, { now, zone, locale, t })}
      marks={<Marks of={appeal} />}
      note={useCitation()(appeal.rule)}
      action={action?.(appealKey(appeal), appeal.filed === null && now < Date.parse(appeal.until))}
      testId={`appeal-${ruleKey(appeal.rule)}`}
    />
  );
}

/** Clocks of the law: what must happen until when, how long that is from now, and whether it was kept. Times are those of the place. */
export function LimitClocks({ limits, appeals, zoneNote, orderDate, ...shared }: Props) {
  const t = useTranslations("release");
  if (limits.length + appeals.length === 0) return null;
  return (
    <div className="grid gap-3 print:gap-1" data-testid="legal-limits">
      {limits.length > 0 && (
        <div className="grid gap-2 print:gap-0.5">
          <h3 className="text-sm text-muted">{[t("limits"), zoneNote].filter(Boolean).join(" · ")}</h3>
          <ul className="grid gap-2 print:gap-0.5" data-testid="limits">
            {limits.map((limit) => (
              <Limit key={limit.rule} limit={limit} {...shared} />
            ))}
          </ul>
        </div>
      )}
      {appeals.length > 0 && (
        <div className="grid gap-2 print:gap-0.5">
          <h3 className="text-sm text-muted">{t("appeals")}</h3>
          <ul className="grid gap-2 print:gap-0.5" data-testid="appeals">
            {appeals.map((appeal) => (
              <Appeal key={`${appeal.rule}/${appeal.orderId}`} appeal={appeal} date={orderDate(appeal.orderId)} {...shared} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
