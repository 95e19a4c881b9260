import { useTranslations } from "next-intl";

/** The labels of a namespace's fields by name, for the error summary that is drawn before JavaScript arrives. */
export function useFieldLabels(namespace: string): Record<string, string> {
  return useTranslations(namespace).raw("field") as Record<string, string>;
}
