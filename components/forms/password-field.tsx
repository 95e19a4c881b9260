"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldFrame } from "./field-frame";
import type { FieldProps } from "./field-props";
import { useField } from "./form-context";
import { useHydrated } from "./use-hydrated";

type Props = Omit<FieldProps, "defaultValue"> & { autoComplete: "current-password" | "new-password" };

/** A password with a button that shows it; never filled in by the server. */
export function PasswordField({ label, required, autoComplete, ...field }: Props) {
  const t = useTranslations("forms");
  const { id, problem, control } = useField(field);
  const hydrated = useHydrated();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <FieldFrame id={id} label={label} hint={field.hint} required={required} problem={problem}>
      <span className="flex w-full items-stretch gap-2">
        <input
          {...control}
          type={shown ? "text" : "password"}
          aria-required={required}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="input w-full"
        />
        {hydrated && (
          <button type="button" className="button button-secondary" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
            <Icon aria-hidden className="size-4" />
            {t("show_password")}
          </button>
        )}
      </span>
    </FieldFrame>
  );
}
