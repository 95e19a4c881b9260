"use client";

import { Printer } from "lucide-react";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print window; before the scripts arrive, its menu does the same. */
export function PrintButton({ label }: { label: string }) {
  if (!useHydrated()) return null;
  return (
    <Button variant="primary" onClick={() => window.print()} className="print:hidden" data-testid="print">
      <Printer aria-hidden className="size-4" />
      {label}
    </Button>
  );
}
