"use server";

import { setupInput } from "@/lib/model/account";
import { completeSetup } from "@/lib/services/setup";
import { keepSession } from "@/lib/web/auth";
import { publicFormAction } from "@/lib/web/form-action";
import { deviceOf } from "@/lib/web/request";

export const setupAction = publicFormAction(setupInput, async (input) => {
  const { sid } = await completeSetup(input, await deviceOf());
  await keepSession(sid);
  return "/";
});
