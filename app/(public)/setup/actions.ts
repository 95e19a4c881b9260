"use server";

import { setupInput } from "@/lib/model/account";
import { completeSetup } from "@/lib/services/setup";
import { keepSession } from "@/lib/web/auth";
import { publicFormAction } from "@/lib/web/form-action";
import { deviceOf } from "@/lib/web/request";

export const setupAction = publicFormAction(setupInput, async (input) => {
  const { sid, actor } = await completeSetup(input, await deviceOf());
  await keepSession(sid);
  // Loaded only by the one request in an installation's life that may want it.
  if (input.sample === "sample") await (await import("@/lib/services/sample-data")).recordSampleData(actor);
  return "/";
});
