"use server";

import { mailRetryInput } from "@/lib/model/notice";
import { retryMail } from "@/lib/services/mail-admin";
import { formAction } from "@/lib/web/form-action";

export const retryMailAction = formAction(mailRetryInput, retryMail, () => "/admin/mail?saved=retried");
