"use client";

import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";

/** Begins the run; there is nothing to fill in. */
export function ApplyForm({ action, submission, label }: { action: FormAction; submission: string; label: string }) {
  return (
    <FormShell action={action} submission={submission} submitLabel={label} testId="apply-form">
      {null}
    </FormShell>
  );
}
