"use server";

import { inputOf } from "@/lib/model/fields";
import { overrideInput, restoreInput } from "@/lib/release/rules/override-input";
import { startRecompute } from "@/lib/services/recompute";
import { overrideRule, restoreRule } from "@/lib/services/rule-overrides";
import { formAction } from "@/lib/web/form-action";

export const overrideRuleAction = formAction(overrideInput, overrideRule, ({ ruleId }) => `/rules/${ruleId}?saved=overridden`);
export const restoreRuleAction = formAction(restoreInput, restoreRule, ({ ruleId }) => `/rules/${ruleId}?saved=restored`);
export const startRecomputeAction = formAction(inputOf({}), startRecompute, () => "/rules/recompute?begun=1");
