"use server";

import { acceptInvitationInput } from "@/lib/model/account";
import { acceptInvitation } from "@/lib/services/users";
import { keepSession } from "@/lib/web/auth";
import { publicFormAction } from "@/lib/web/form-action";
import { deviceOf } from "@/lib/web/request";

export const acceptInvitationAction = publicFormAction(acceptInvitationInput, async (input) => {
  const { sid } = await acceptInvitation(input, await deviceOf());
  await keepSession(sid);
  return "/";
});
