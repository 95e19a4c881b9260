"use server";

import { endSessionInput, passwordChangeInput, preferencesInput } from "@/lib/model/account";
import { endOwnSessions } from "@/lib/services/sessions";
import { changePassword, updatePreferences } from "@/lib/services/users";
import { formAction } from "@/lib/web/form-action";

export const updatePreferencesAction = formAction(preferencesInput, updatePreferences, () => "/account?saved=preferences");
export const changePasswordAction = formAction(passwordChangeInput, changePassword, () => "/account?saved=password");
export const endSessionAction = formAction(endSessionInput, (actor, { session }) => endOwnSessions(actor, session), () => "/account?saved=sessions");
