import { Calculator, DoorOpen, Quote } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ComputedWhen } from "@/components/release/computed-when";
import { Hypotheses } from "@/components/release/hypotheses";
import { useReasonText } from "@/components/release/reason-list";
import { OfferLink } from "@/components/tasks/offer-link";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { formatUncertain, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import { explain, whyNothing } from "@/lib/release/explain";
import type { CaseFrame, ShownStated } from "./case-facts";
import { LegalLimits, limitsRun } from "./legal-limits";
import { OverNote } from "./over-note";
import { OverrideBox, OverrideEnded, overrideStands } from "./override-note";
import { ReleaseReasons } from "./release-reasons";
import { StatedList } from "./stated-list";

const looks = {
  stated: "border border-dashed border-edge",
  computed: "border-2 border-accent",
  observed: "border border-released bg-released-tint",
  awaited: "border border-line",
} as const;

function Box({ look, icon, title, children, testId }: { look: keyof typeof looks; icon: ReactNode; title: string; children: ReactNode; testId: string }) {
  return (
    <div className={`grid content-start gap-1 rounded-lg p-3 ${looks[look]}`} data-testid={testId}>
      <h3 className="flex items-center gap-2 text-sm text-muted [&_svg]:size-4">
        {icon}
        {title}
      </h3>
      {children}
    </div>
  );
}

function Computed({ frame }: { frame: CaseFrame }) {
  const t = useTranslations("cases.release");
  const words = useTranslations("release");
  const locale = useLocale() as Locale;
  const { estimate, item, now, homeZone } = frame;
  if (estimate?.basis !== "computed") {
    const reason = estimate ? whyNothing(estimate) : null;
    return (
      <p className="text-muted" data-testid="computed-none">
        {t("computed_none")} {reason && words(`warning.${reason}`)}
      </p>
    );
  }
  return <ComputedWhen estimate={estimate} zone={item.zone} zoneNote={zoneNote(item.zone, homeZone, estimate.earliest ?? now, locale)} testId="computed-when" />;
}

function Observed({ frame }: { frame: CaseFrame }) {
  const t = useTranslations("cases.release");
  const vocab = useTranslations("vocab.release_kinds");
  const verdicts = useTranslations("release.verdict");
  const locale = useLocale() as Locale;
  const { item } = frame;
  if (item.outstanding || item.status === "died") return <p className="text-muted">{t("observed_none")}</p>;
  return (
    <>
      <p className="text-lg font-bold" data-testid="observed-when">
        {formatUncertain(item.releasedText, locale, { weekday: true })}
      </p>
      <p className="text-sm">
        {item.releaseKind && vocab(item.releaseKind)}
        {item.verdict !== null && <strong data-testid="verdict"> · {verdicts(item.verdict)}</strong>}
      </p>
    </>
  );
}

function HistoryLink({ caseId }: { caseId: string }) {
  const t = useTranslations("estimates");
  return (
    <p className="print:hidden">
      <Link href={`/cases/${caseId}/estimates`} prefetch={false} className="link" data-testid="action-estimates">
        {t("open_history")}
      </Link>
    </p>
  );
}

const gaps = ["reason.statedLater", "reason.statedEarlier", "reason.statedOtherHour", "reason.observedEarly", "reason.observedLate"];

type Props = {
  frame: CaseFrame;
  stated: readonly ShownStated[];
  orders: readonly { order: { id: string; date: string | null } }[];
  tasks: readonly TaskItem[];
  actions?: ReactNode;
  open?: boolean;
};

/** Stated, computed and observed side by side, never alike; clocks that run stand before them, those that stopped after; the reasons are one click away. */
export function ReleasePanel({ frame, stated, orders, tasks, actions, open }: Props) {
  const t = useTranslations("cases.release");
  const { estimate, item } = frame;
  const text = useReasonText(item.zone);
  const stands = overrideStands(frame.override);
  // While a date set by hand stands, the release is compared with that one; how long was too long is told more exactly above.
  const told = stands || frame.over !== null;
  const differences = estimate ? explain(estimate).filter(({ key }) => gaps.includes(key) && !(told && key.startsWith("reason.observed"))) : [];
  const limits = <LegalLimits frame={frame} orders={orders} tasks={tasks} />;
  const running = limitsRun(frame);
  return (
    <Section id="release" title={t("title")} actions={actions} data-testid="release-panel">
      {running && limits}
      <OverrideEnded frame={frame} />
      <OverrideBox frame={frame} />
      <div className="grid gap-3 lg:grid-cols-3">
        <Box look="stated" icon={<Quote aria-hidden />} title={t("stated")} testId="release-stated">
          <StatedList frame={frame} stated={stated} />
        </Box>
        <Box look={estimate?.basis === "computed" && !stands ? "computed" : "awaited"} icon={<Calculator aria-hidden />} title={t("computed")} testId="release-computed">
          <Computed frame={frame} />
        </Box>
        <Box look={item.outstanding ? "awaited" : "observed"} icon={<DoorOpen aria-hidden />} title={t("observed")} testId="release-observed">
          <Observed frame={frame} />
          {item.outstanding && frame.editable && (
            <Link href={`/cases/${frame.caseId}/moments/new?kind=released`} prefetch={false} className="link print:hidden">
              {t("record_release")}
            </Link>
          )}
        </Box>
      </div>
      <OverNote frame={frame} />
      {differences.map((reason) => (
        <Alert key={`${reason.key}/${String(reason.params["statedDate"])}`} tone="today" data-testid="gap">
          {text(reason)}
        </Alert>
      ))}
      {!running && limits}
      {estimate && (estimate.basis !== "none" || estimate.hypotheses.length > 0) && (
        <ReleaseReasons estimate={estimate} zone={item.zone} open={open}>
          <Hypotheses hypotheses={estimate.hypotheses} sex={item.sex} zone={item.zone} action={(key) => <OfferLink frame={frame} originKey={key} tasks={tasks} offered ask />} />
          <HistoryLink caseId={frame.caseId} />
        </ReleaseReasons>
      )}
    </Section>
  );
}
