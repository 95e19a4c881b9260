"use server";

import { noticeReadInput } from "@/lib/model/notice";
import { markRead } from "@/lib/services/notices";
import { formAction } from "@/lib/web/form-action";

export const markReadAction = formAction(noticeReadInput, markRead, (_result, { view }) => (view === "all" ? "/notices?view=all" : "/notices"));
