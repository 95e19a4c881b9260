"use client";

import { useTranslations } from "next-intl";
import { ShownOnce } from "@/components/ui/shown-once";

/** A secret in full, the only time that it is seen; `explain` says what it is for. */
export function IssuedSecret({ secret, explain, href }: { secret: string; explain?: string; href: string }) {
  return <ShownOnce value={secret} t={useTranslations("api.issued")} explain={explain} href={href} testId="issued-secret" valueTestId="secret" doneTestId="secret-done" />;
}
