"use server";

import { invitationInput } from "@/lib/model/account";
import { invite } from "@/lib/services/users";
import { answerAction } from "@/lib/web/answer-action";

export const inviteAction = answerAction(invitationInput, invite);
