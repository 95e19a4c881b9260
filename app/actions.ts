"use server";

import { signOut } from "@/lib/services/sessions";
import { findActor } from "@/lib/web/actor";
import { dropSession } from "@/lib/web/auth";
import { choiceAction } from "@/lib/web/choice-action";
import { keepLocale, keepTheme } from "@/lib/web/locale";

export const setLocaleAction = choiceAction((data) => keepLocale(data.get("locale")));
export const setThemeAction = choiceAction((data) => keepTheme(data.get("theme")));

export const signOutAction = choiceAction(async () => {
  const signedIn = await findActor();
  if (signedIn) await signOut(signedIn.actor);
  await dropSession();
  return "/sign-in";
});
