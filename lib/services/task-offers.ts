import "server-only";
import type { Body } from "@/lib/model/institution-name";
import { appealKey, hypothesisKey, limitKey } from "@/lib/model/task-origin";
import type { EstimateAppeal, EstimateLimit, Hypothesis, ReleaseEstimate } from "@/lib/release/estimate-facts";

/** What an estimate gives a reason to ask or to do, each under its name. */
export type TaskOffer =
  | { key: string; origin: "hypothesis"; hypothesis: Hypothesis }
  | { key: string; origin: "appeal"; appeal: EstimateAppeal }
  | { key: string; origin: "limit"; limit: EstimateLimit }
  | { key: string; origin: "complaint"; complaint: { kind: string; body: Body | null; number: string; due: string | null } };

/** Everything that this estimate offers: its hypotheses, appeals that are not filed, limits that still run. Nothing else may name a task's origin. */
export const offersOf = ({ hypotheses, appeals, limits }: Pick<ReleaseEstimate, "hypotheses" | "appeals" | "limits">): TaskOffer[] => [
  ...hypotheses.map((hypothesis): TaskOffer => ({ key: hypothesisKey(hypothesis), origin: "hypothesis", hypothesis })),
  ...appeals.filter(({ filed }) => filed === null).map((appeal): TaskOffer => ({ key: appealKey(appeal), origin: "appeal", appeal })),
  ...limits.filter(({ state }) => state === "open").map((limit): TaskOffer => ({ key: limitKey(limit), origin: "limit", limit })),
];
