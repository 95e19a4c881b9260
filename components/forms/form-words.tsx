import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/namespaces";

const always: readonly Namespace[] = ["common", "forms"];

/** Sends the words that a form needs in the browser, and no others: lists stay light. */
export async function FormWords({ namespaces = [], children }: { namespaces?: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages();
  const needed = [...always, ...namespaces];
  return <NextIntlClientProvider messages={Object.fromEntries(needed.map((name) => [name, messages[name]]))}>{children}</NextIntlClientProvider>;
}
