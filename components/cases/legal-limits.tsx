import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OfferLink } from "@/components/tasks/offer-link";
import { Badge } from "@/components/ui/badge";
import { StatusPill } from "@/components/ui/status-pill";
import { formatUncertain, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import { appealKey, limitKey } from "@/lib/model/task-origin";
import type { EstimateAppeal, EstimateLimit } from "@/lib/release/estimate-facts";
import { ruleKey } from "@/lib/release/explain";
import type { CaseFrame } from "./case-facts";
import { appealState, limitState, limitTitle, type ClockLine } from "./clock-words";

type Orders = readonly { order: { id: string; date: string | null } }[];
type Props = { frame: CaseFrame; orders: Orders; tasks: readonly TaskItem[] };

/** Whether a limit of somebody who is inside still waits for its step: then the limits are what a reader must see first. */
export const limitsRun = ({ estimate, item }: CaseFrame): boolean => item.outstanding && (estimate?.limits ?? []).some(({ state }) => state === "open");

function Line({ title, line, marks, note, action, testId }: { title: string; line: ClockLine; marks: ReactNode; note: string | undefined; action: ReactNode; testId: string }) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line pt-2 first:border-t-0 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]" data-testid={testId}>
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <strong>{title}</strong>
          <StatusPill tone={line.tone} icon={line.tone === "custody" ? Clock : undefined} data-testid="clock-state">
            {line.state}
          </StatusPill>
          {marks}
        </p>
        {line.detail && <p className="text-sm wrap-anywhere">{line.detail}</p>}
        {note && <p className="text-sm wrap-anywhere text-muted">{note}</p>}
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

function Limit({ limit, frame, tasks }: { limit: EstimateLimit; frame: CaseFrame; tasks: readonly TaskItem[] }) {
  const t = useTranslations("release");
  const locale = useLocale() as Locale;
  const { item, now } = frame;
  const key = limitKey(limit);
  const law = useTranslations("law.title");
  const name = ruleKey(limit.rule);
  const running = limit.state === "open" && item.outstanding;
  return (
    <Line
      title={limitTitle(limit, t)}
      line={limitState(limit, item.outstanding, { now, zone: item.zone, locale, t })}
      marks={<Marks of={limit} />}
      note={law.has(name) ? law(name) : undefined}
      action={<OfferLink frame={frame} originKey={key} tasks={tasks} offered={running} />}
      testId={`limit-${name}`}
    />
  );
}

function Appeal({ appeal, frame, orders, tasks }: { appeal: EstimateAppeal } & Props) {
  const t = useTranslations("release");
  const vocab = useTranslations("vocab.order_kinds");
  const locale = useLocale() as Locale;
  const { item, now } = frame;
  const date = orders.find(({ order }) => order.id === appeal.orderId)?.order.date ?? null;
  const law = useTranslations("law.title");
  const name = ruleKey(appeal.rule);
  return (
    <Line
      title={[vocab(appeal.orderKind), date === null ? "" : formatUncertain(date, locale)].filter(Boolean).join(", ")}
      line={appealState(appeal, { now, zone: item.zone, locale, t })}
      marks={<Marks of={appeal} />}
      note={law.has(name) ? law(name) : undefined}
      action={<OfferLink frame={frame} originKey={appealKey(appeal)} tasks={tasks} offered={appeal.filed === null && now < Date.parse(appeal.until)} />}
      testId={`appeal-${name}`}
    />
  );
}

/** Clocks of the law: what must happen until when, how long that is from now, and whether it was kept. Times are those of the place. */
export function LegalLimits({ frame, orders, tasks }: Props) {
  const words = useTranslations("cases.release");
  const locale = useLocale() as Locale;
  const { estimate, item, now, homeZone } = frame;
  if (!estimate || estimate.limits.length + estimate.appeals.length === 0) return null;
  const zone = zoneNote(item.zone, homeZone, estimate.limits[0]?.at ?? now, locale);
  return (
    <div className="grid gap-3" data-testid="legal-limits">
      {estimate.limits.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-sm text-muted">{[words("limits"), zone].filter(Boolean).join(" · ")}</h3>
          <ul className="grid gap-2" data-testid="limits">
            {estimate.limits.map((limit) => (
              <Limit key={limit.rule} limit={limit} frame={frame} tasks={tasks} />
            ))}
          </ul>
        </div>
      )}
      {estimate.appeals.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-sm text-muted">{words("appeals")}</h3>
          <ul className="grid gap-2" data-testid="appeals">
            {estimate.appeals.map((appeal) => (
              <Appeal key={`${appeal.rule}/${appeal.orderId}`} appeal={appeal} frame={frame} orders={orders} tasks={tasks} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
