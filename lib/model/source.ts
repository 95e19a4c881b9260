import { z } from "zod";
import { choice, date, id, ids, inputOf, line, long, optionalId, type Field, type ValuesOf } from "./fields";
import { citedFields, contentLanguages, sourceKinds } from "./vocabularies";

const address = (): Field<string> => ({
  kind: "line",
  class: "source",
  schema: (context) =>
    line(2000).schema(context).pipe(
      z.string().refine((typed) => typed === "" || /^https?:\/\/[^\s<>"]+$/.test(typed), "url_invalid"),
    ) as z.ZodType<string>,
});

export const sourceFields = {
  kind: choice(sourceKinds),
  title: line(500, { required: true }),
  publisher: line(200, { class: "source" }),
  author: line(200, { class: "source" }),
  url: address(),
  language: choice(contentLanguages, { fallback: "other" }),
  published: date(),
  text: long(200_000, { class: "source" }),
};
/** A new source; `forCase` is the case whose citation form sent the person here, and where they go back to. */
export const newSourceInput = inputOf({ ...sourceFields, forCase: optionalId() });
export const sourceEditInput = inputOf({ sourceId: id(), ...sourceFields });
export type SourceValues = ValuesOf<typeof sourceFields>;

export const citationFields = { sourceId: id(), field: choice(citedFields), quote: long(5000, { required: true, class: "source" }) };
export const citationInput = inputOf({ caseIds: ids({ required: true }), ...citationFields });
export type CitationValues = ValuesOf<typeof citationFields> & { caseIds: string[] };
