"use server";

import { feedInput, feedRevokeInput } from "@/lib/model/calendar-feed";
import { makeFeed, revokeFeed } from "@/lib/services/calendar-feeds";
import { answerAction } from "@/lib/web/answer-action";
import { formAction } from "@/lib/web/form-action";

export const makeFeedAction = answerAction(feedInput, makeFeed);
export const revokeFeedAction = formAction(feedRevokeInput, revokeFeed, () => "/calendar/feeds?saved=revoked");
