"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print window; before the scripts arrive, its menu does the same. */
export function PrintButton() {
  const t = useTranslations("cases.print");
  if (!useHydrated()) return null;
  return (
    <Button variant="primary" onClick={() => window.print()} className="print:hidden" data-testid="print">
      <Printer aria-hidden className="size-4" />
      {t("button")}
    </Button>
  );
}
