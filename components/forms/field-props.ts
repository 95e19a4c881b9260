/** What every field takes. `defaultValue` counts where the shell's `defaults` do not name the field. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  defaultValue?: string | undefined;
};

export type Option = { value: string; label: string; hint?: string | undefined };
