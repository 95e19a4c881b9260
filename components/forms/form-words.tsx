import type { ReactNode } from "react";
import { ClientWords } from "@/components/layout/client-words";
import type { Namespace } from "@/lib/i18n/namespaces";

/** The words that every form needs in the browser, and those of its own room. */
export function FormWords({ namespaces = [], children }: { namespaces?: readonly Namespace[]; children: ReactNode }) {
  return <ClientWords namespaces={["common", "forms", ...namespaces]}>{children}</ClientWords>;
}
