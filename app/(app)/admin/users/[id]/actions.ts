"use server";

import { userInput } from "@/lib/model/account";
import { updateUser } from "@/lib/services/users";
import { formAction } from "@/lib/web/form-action";

export const updateUserAction = formAction(userInput, updateUser, () => "/admin?saved=user");
