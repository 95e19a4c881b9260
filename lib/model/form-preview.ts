/** The name and the value of the button that only asks what the form as typed would lead to. */
export const INTENT = "intent";
export const PREVIEW = "preview";

/** The preview travels among the typed values, as JSON under its own name, so that it comes back with a page drawn without JavaScript. */
export function previewIn<R>(values: Record<string, string[]>): R | undefined {
  const json = values[PREVIEW]?.[0];
  return json === undefined ? undefined : (JSON.parse(json) as R);
}
