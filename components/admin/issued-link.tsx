"use client";

import { useTranslations } from "next-intl";
import { ShownOnce } from "@/components/ui/shown-once";

/** A one-time link in full, ready to be copied. */
export function IssuedLink({ link }: { link: string }) {
  return <ShownOnce value={link} t={useTranslations("admin.issued")} href="/admin" testId="issued-link" valueTestId="one-time-link" />;
}
