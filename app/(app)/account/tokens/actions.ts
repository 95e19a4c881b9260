"use server";

import { tokenInput, tokenRevocationInput } from "@/lib/model/api";
import { issueToken, revokeToken } from "@/lib/services/api-tokens";
import { answerAction } from "@/lib/web/answer-action";
import { formAction } from "@/lib/web/form-action";

export const issueTokenAction = answerAction(tokenInput, issueToken);
export const revokeTokenAction = formAction(tokenRevocationInput, revokeToken, () => "/account/tokens?saved=revoked");
