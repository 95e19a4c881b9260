"use server";

import { newSourceInput, sourceEditInput } from "@/lib/model/source";
import { languageOf, titleOf } from "@/lib/model/source-text";
import { recordSource, updateSource } from "@/lib/services/sources";
import { formAction } from "@/lib/web/form-action";

export const recordSourceAction = formAction(
  newSourceInput,
  (actor, { forCase: _forCase, ...input }, meta) => recordSource(actor, { ...input, title: input.title || titleOf(input.text), language: input.language === "detect" ? languageOf(input.text) : input.language }, meta),
  // A text is read at once; without one there is nothing to read.
  ({ sourceId }, { forCase, text }) =>
    text !== "" ? `/sources/${sourceId}/read${forCase ? `?about=${forCase}` : ""}` : forCase ? `/cases/${forCase}/citations/new?source=${sourceId}` : `/sources/${sourceId}`,
);
export const updateSourceAction = formAction(sourceEditInput, updateSource, ({ sourceId }) => `/sources/${sourceId}`);
