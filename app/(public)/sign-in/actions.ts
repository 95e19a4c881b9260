"use server";

import { signInInput } from "@/lib/model/account";
import { signIn } from "@/lib/services/sessions";
import { keepSession } from "@/lib/web/auth";
import { publicFormAction } from "@/lib/web/form-action";
import { deviceOf, networkOf } from "@/lib/web/request";
import { safePath } from "@/lib/web/safe-path";

export const signInAction = publicFormAction(signInInput, async ({ login, password, next }) => {
  const { sid } = await signIn({ login, password, network: await networkOf(), device: await deviceOf() });
  await keepSession(sid);
  return safePath(next);
});
