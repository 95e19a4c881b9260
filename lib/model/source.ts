import { z } from "zod";
import { claimFields } from "./claim";
import { choice, date, id, ids, inputOf, line, long, optionalId, type Field, type ValuesOf } from "./fields";
import { contentLanguages, sourceConfidentialities, sourceKinds, sourceReliabilities } from "./vocabularies";

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
  title: line(500, { required: true, class: "source" }),
  publisher: line(200, { class: "source" }),
  author: line(200, { class: "source" }),
  url: address(),
  language: choice(contentLanguages, { fallback: "other" }),
  published: date(),
  text: long(200_000, { class: "source" }),
  reliability: choice(sourceReliabilities, { fallback: "unknown" }),
  confidentiality: choice(sourceConfidentialities, { fallback: "internal" }),
};
/** A new source; `forCase` is the case whose citation form sent the person here, and where they go back to. */
export const newSourceInput = inputOf({
  ...sourceFields,
  kind: choice(sourceKinds, { fallback: "article" }),
  /** Without one, the first line of the text. */
  title: line(500, { class: "source" }),
  /** `detect`: the one that the letters of the text point to. */
  language: choice([...contentLanguages, "detect"] as const, { fallback: "detect" }),
  forCase: optionalId(),
});
export const sourceEditInput = inputOf({ sourceId: id(), ...sourceFields });
type SourceForm = ValuesOf<typeof sourceFields>;
/** A source as recorded; how far it can be relied on and who may see it can be left out. */
export type SourceValues = Omit<SourceForm, "reliability" | "confidentiality"> & Partial<Pick<SourceForm, "reliability" | "confidentiality">>;

const { field, quote, valueKind, value, saidBy } = claimFields;
export const citationFields = { sourceId: id(), field, quote, valueKind, value, saidBy };
export const citationInput = inputOf({ caseIds: ids({ required: true }), ...citationFields });
type CitationForm = ValuesOf<typeof citationFields>;
/** A quotation for one case or several; what it claims besides its words can be left out. */
export type CitationValues = Pick<CitationForm, "sourceId" | "field" | "quote"> & Partial<CitationForm> & { caseIds: string[] };
