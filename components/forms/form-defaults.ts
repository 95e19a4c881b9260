type Scalar = string | number | boolean | null | undefined;

/** Values a form starts with: by field name, nested or flat (`{ term: { amount: 10 } }` equals `{ "term.amount": 10 }`). */
export type FormDefaults = { readonly [name: string]: Scalar | readonly Scalar[] | FormDefaults | readonly FormDefaults[] };

const isScalar = (value: unknown): value is Scalar => typeof value !== "object" || value === null;

const asText = (value: Scalar): string[] =>
  value === null || value === undefined || value === false ? [] : [value === true ? "on" : String(value)];

/** The same values by flat name, as texts; absent and false have none, true is `on` as a ticked box sends it. */
export function flatDefaults(defaults: FormDefaults, prefix = ""): Record<string, string[]> {
  return Object.entries(defaults).reduce<Record<string, string[]>>((flat, [key, value]) => {
    const name = prefix + key;
    if (isScalar(value)) flat[name] = asText(value);
    else if (Array.isArray(value) && value.every(isScalar)) flat[name] = value.flatMap(asText);
    else Object.assign(flat, flatDefaults(value as FormDefaults, `${name}.`));
    return flat;
  }, {});
}
