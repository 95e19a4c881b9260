import type { FormAction } from "@/components/forms/use-form-action";

/** What the form of an answer or of a complaint needs; `record` is the one that is corrected. */
export type PartProps = {
  action: FormAction;
  submission: string;
  today: string;
  allegationId: string;
  record?: { id: string; version: number } | undefined;
  values: Record<string, string>;
  sources: readonly { id: string; title: string }[];
  agencies: readonly string[];
  zoneNote?: string | undefined;
};
