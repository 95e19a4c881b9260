import type { Finding } from "@/lib/exchange/event-plan";

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** A finding as a sentence behind the heading of its column; what a field of a form can complain about has its words there. */
export function findingText({ code, column, params }: Finding, headings: readonly string[], t: Words, forms: Words): string {
  const values = { max: 0, min: 0, ...params };
  const sentence = t.has(`finding.${code}`) ? t(`finding.${code}`, values) : forms.has(`errors.${code}`) ? forms(`errors.${code}`, values) : forms("errors.invalid");
  const heading = column === null ? "" : (headings[column] ?? "");
  return heading === "" ? sentence : `${heading}: ${sentence}`;
}

export const findingsText = (findings: readonly Finding[], headings: readonly string[], t: Words, forms: Words): string => findings.map((finding) => findingText(finding, headings, t, forms)).join(" ");
