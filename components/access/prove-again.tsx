"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/forms/password-field";

/** Asks for the password once more, in the form of an act that needs it; nothing where it was proved a moment ago (`needed` is what the service says). */
export function ProveAgain({ needed }: { needed: boolean }) {
  const t = useTranslations("forms.prove");
  return needed ? <PasswordField name="password" label={t("label")} hint={t("hint")} autoComplete="current-password" required /> : null;
}
