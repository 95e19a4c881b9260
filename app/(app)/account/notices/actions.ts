"use server";

import { mailTestInput, noticePreferenceInput } from "@/lib/model/notice";
import { sendTestMail, setNoticePreferences } from "@/lib/services/notice-preferences";
import { formAction } from "@/lib/web/form-action";

export const setNoticePreferencesAction = formAction(noticePreferenceInput, setNoticePreferences, () => "/account/notices?saved=preferences");
export const sendTestMailAction = formAction(mailTestInput, sendTestMail, () => "/account/notices?saved=test");
