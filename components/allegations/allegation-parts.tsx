import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import type { ShownComplaint } from "@/lib/model/complaint";
import { actLabel } from "@/lib/model/alleged-act-codes";
import { AllegationCard } from "./allegation-card";
import type { AllegationFacts } from "@/lib/wording/allegation-sentence";
import { AnswerList, type ShownAnswer } from "./answer-list";
import { ComplaintList } from "./complaint-list";
import { ReviewList, type ShownReview } from "./review-list";
import { VictimList, type Victim } from "./victim-list";

type Page = {
  facts: AllegationFacts & { allegation: { injuries: string; medicalNote: string; forcedStatement: string }; complaints: readonly ShownComplaint[] };
  victims: readonly Victim[];
  responses: readonly ShownAnswer[];
  reviews: readonly ShownReview[];
  mayWrite: boolean;
};

/** Everything that is known of an allegation, each part with what can be added to it; `zone` is where the organisation works. */
export function AllegationParts({ page: { facts, victims, responses, reviews, mayWrite }, zone }: { page: Page; zone: string }) {
  const t = useTranslations("allegations");
  const acts = useTranslations("vocab.alleged_acts");
  const { allegation } = facts;
  const at = `/allegations/${allegation.id}`;
  const add = (path: string, words: string, testId: string) =>
    mayWrite ? (
      <LinkButton href={`${at}/${path}`} data-testid={testId}>
        {words}
      </LinkButton>
    ) : undefined;
  const health = useHealth(facts);
  return (
    <>
      <Section id="allegation" title={t("group.what")}>
        <AllegationCard facts={facts} linked={false} />
        <p className="flex flex-wrap gap-2" data-testid="act-codes">
          {facts.acts.map((act) => (
            <Badge key={act}>{actLabel(act, acts(act))}</Badge>
          ))}
        </p>
      </Section>
      <Section id="victims" title={t("group.victims")}>
        {victims.length > 0 ? <VictimList victims={victims} /> : <p className="text-muted">{t("no_victims")}</p>}
        {allegation.victimGroup && <p className="wrap-anywhere">{allegation.victimGroup}</p>}
      </Section>
      {health.length > 0 && (
        <Section id="health" title={t("group.health")}>
          <DescriptionList facts={health} />
        </Section>
      )}
      <Section id="reviews" title={t("reviews.title")} actions={add("review", t("reviews.new"), "action-review")}>
        <ReviewList reviews={reviews} zone={zone} />
      </Section>
      <Section id="answers" title={t("answers.title")} actions={add("responses/new", t("answers.new"), "action-add-answer")}>
        <AnswerList answers={responses} editHref={mayWrite ? (id) => `${at}/responses/${id}` : undefined} />
      </Section>
      <Section id="complaints" title={t("complaints.title")} actions={add("complaints/new", t("complaints.new"), "action-add-complaint")}>
        <ComplaintList complaints={facts.complaints} caseId={victims[0]?.id} editHref={mayWrite ? (id) => `${at}/complaints/${id}` : undefined} />
      </Section>
    </>
  );
}

/** Injuries, medical help and what was signed, as far as told and as far as the reader may see them. */
function useHealth({ allegation }: Page["facts"]): Fact[] {
  const t = useTranslations("allegations.field");
  const vocab = useTranslations("vocab.medical_attentions");
  const { injuries, medicalAttention, medicalNote, forcedStatement } = allegation;
  const told = { injuries, medicalAttention: medicalAttention === "unknown" ? "" : vocab(medicalAttention), medicalNote, forcedStatement };
  return Object.entries(told).flatMap(([key, text]) => (text === "" ? [] : [{ key, label: t(key), value: <span className="whitespace-pre-line">{text}</span>, testId: `allegation-${key}` }]));
}
