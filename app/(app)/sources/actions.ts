"use server";

import { newSourceInput, sourceEditInput } from "@/lib/model/source";
import { recordSource, updateSource } from "@/lib/services/sources";
import { formAction } from "@/lib/web/form-action";

export const recordSourceAction = formAction(
  newSourceInput,
  (actor, { forCase: _forCase, ...input }, meta) => recordSource(actor, input, meta),
  ({ sourceId }, { forCase }) => (forCase ? `/cases/${forCase}/citations/new?source=${sourceId}` : `/sources/${sourceId}`),
);
export const updateSourceAction = formAction(sourceEditInput, updateSource, ({ sourceId }) => `/sources/${sourceId}`);
