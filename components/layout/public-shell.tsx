import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { SkipLink } from "./skip-link";
import { LocaleSwitch } from "./switches";
import type { ChoiceAction } from "./switches";

/** What surrounds the pages before sign-in: the name, the languages, one card. */
export function PublicShell({ setLocale, locale, children }: { setLocale: ChoiceAction; locale: Locale; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <>
      <SkipLink />
      <header className="mx-auto flex max-w-xl flex-wrap items-center justify-between gap-2 px-4 pt-6">
        <p className="text-xl font-bold text-accent">{t("product")}</p>
        <LocaleSwitch action={setLocale} current={locale} />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-xl gap-5 px-4 py-6">
        {children}
      </main>
    </>
  );
}
