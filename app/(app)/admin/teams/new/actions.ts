"use server";

import { teamInput } from "@/lib/model/account";
import { recordTeam } from "@/lib/services/users";
import { formAction } from "@/lib/web/form-action";

export const recordTeamAction = formAction(teamInput, recordTeam, () => "/admin?saved=team");
