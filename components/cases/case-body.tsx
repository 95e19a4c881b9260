import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdjustmentList, type ShownAdjustment } from "@/components/adjustments/adjustment-list";
import { AllegationCard, type CardedAllegation } from "@/components/allegations/allegation-card";
import type { ClaimActions, ClaimsOfRecord } from "@/components/claims/claim-facts";
import { ClaimHint, ClaimList } from "@/components/claims/claim-list";
import { CustodyBand } from "@/components/custody/custody-band";
import { MomentList } from "@/components/custody/moment-list";
import { OrderList, type ShownOrder } from "@/components/orders/order-list";
import type { TaskActions } from "@/components/tasks/task-buttons";
import { TaskSection } from "@/components/tasks/task-section";
import { Lately } from "@/components/timeline/lately";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { CaseSummary } from "@/lib/model/case-summary";
import type { TaskItem } from "@/lib/model/task";
import type { TimelineEntry } from "@/lib/model/timeline";
import { CaseDetails, type DetailFacts } from "./case-details";
import type { CaseFrame, ShownMoment, ShownStated } from "./case-facts";
import { CaseLinks } from "./case-links";
import { OverrideAction } from "./override-note";
import { ReleasePanel } from "./release-panel";

export type CaseBodyFacts = DetailFacts & {
  moments: readonly ShownMoment[];
  orders: readonly ShownOrder[];
  adjustments: readonly ShownAdjustment[];
  stated: readonly ShownStated[];
  /** What sources say, fact by fact. */
  claims: ClaimsOfRecord;
  allegations: readonly CardedAllegation[];
  otherCases: readonly CaseSummary[];
  relatedCases: readonly CaseSummary[];
  tasks: readonly TaskItem[];
};

type Props = { frame: CaseFrame; facts: CaseBodyFacts; /** The buttons of tasks, for those who may press them. */ taskActions?: TaskActions | undefined; /** The button that says which claim the record follows, likewise. */ claimActions?: ClaimActions | undefined; /** The newest things that happened beside the moments. */ lately?: readonly TimelineEntry[]; /** On paper everything lies open and nothing can be pressed. */ paper?: boolean };

/** Everything known about a case, in the order in which it is asked. */
export function CaseBody({ frame, facts, taskActions, claimActions, lately = [], paper = false }: Props) {
  const t = useTranslations("cases");
  const { caseId, now, homeZone } = frame;
  const add = (href: string, word: string, testId: string): ReactNode =>
    frame.editable && !paper ? (
      <LinkButton href={href} prefetch={false} data-testid={testId}>
        {word}
      </LinkButton>
    ) : undefined;
  const said = (...fields: string[]): ReactNode => <ClaimHint claims={facts.claims.claims} fields={fields} />;
  const releaseActions = (
    <>
      {!paper && <OverrideAction frame={frame} />}
      {add(`/cases/${caseId}/stated/new`, t("act.stated"), "action-add-stated")}
    </>
  );
  return (
    <>
      <ReleasePanel frame={frame} stated={facts.stated} orders={facts.orders} tasks={facts.tasks} open={paper} actions={releaseActions} />
      <TaskSection tasks={facts.tasks} zone={homeZone} actions={taskActions} add={add(`/cases/${caseId}/tasks/new`, t("act.task"), "action-add-task")} />
      <Section id="custody" title={t("section.custody")} actions={add(`/cases/${caseId}/moments/new`, t("act.moment"), "action-add-moment")}>
        {said("custody", "release")}
        <CustodyBand frame={frame} moments={facts.moments} orders={facts.orders} stated={facts.stated} />
        <MomentList frame={frame} moments={facts.moments} />
        <Lately caseId={caseId} entries={lately} homeZone={homeZone} paper={paper} />
      </Section>
      <Section id="rulings" title={t("section.rulings")} actions={add(`/cases/${caseId}/orders/new`, t("act.ruling"), "action-add-ruling")}>
        {said("ruling", "term")}
        <OrderList caseId={caseId} orders={facts.orders} editable={frame.editable} />
        <AdjustmentList caseId={caseId} adjustments={facts.adjustments} editable={frame.editable && !paper} />
        {facts.orders.length > 0 && frame.editable && !paper && (
          <Link href={`/cases/${caseId}/adjustments/new`} prefetch={false} className="link justify-self-start print:hidden" data-testid="action-add-adjustment">
            {t("act.adjustment")}
          </Link>
        )}
      </Section>
      <Section id="abuse" title={t("section.abuse")} actions={add(`/allegations/new?case=${caseId}`, t("act.allegation"), "action-add-allegation")}>
        {said("abuse")}
        {facts.allegations.length === 0 && <p className="text-muted">{t("no_allegations")}</p>}
        {facts.allegations.map((allegation) => (
          <AllegationCard key={allegation.allegation.id} facts={allegation} linked={!paper} />
        ))}
      </Section>
      <Section id="sources" title={t("section.sources")} actions={add(`/cases/${caseId}/citations/new`, t("act.citation"), "action-add-citation")}>
        <ClaimList facts={facts.claims} editable={frame.editable && !paper} actions={paper ? undefined : claimActions} />
      </Section>
      <Section id="details" title={t("section.details")} actions={add(`/cases/${caseId}/edit`, t("act.edit"), "action-edit-details")}>
        {said("identity", "place", "event")}
        <CaseDetails frame={frame} facts={facts} />
      </Section>
      {facts.relatedCases.length > 0 && (
        <Section id="related" title={t("section.related")}>
          <CaseLinks items={facts.relatedCases} now={now} viewerZone={homeZone} />
        </Section>
      )}
      {facts.otherCases.length > 0 && (
        <Section id="other" title={t("section.other")}>
          <CaseLinks items={facts.otherCases} now={now} viewerZone={homeZone} />
        </Section>
      )}
    </>
  );
}
