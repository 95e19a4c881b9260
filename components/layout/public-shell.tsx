import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Locale } from "@/lib/i18n/locales";
import { SkipLink } from "./skip-link";
import { LocaleSwitch } from "./switches";
import type { ChoiceAction } from "./switches";

type Props = { setLocale: ChoiceAction; locale: Locale; wide?: boolean | undefined; children: ReactNode };

/** What surrounds the pages before sign-in: the name, the languages, one card; `wide` for a page that holds a table. */
export function PublicShell({ setLocale, locale, wide = false, children }: Props) {
  const t = useTranslations("common");
  const width = wide ? "max-w-6xl" : "max-w-xl";
  return (
    <>
      <SkipLink />
      <header className={classNames("mx-auto flex flex-wrap items-center justify-between gap-2 px-4 pt-6 print:hidden", width)}>
        <p className="text-xl font-bold text-accent">{t("product")}</p>
        <LocaleSwitch action={setLocale} current={locale} />
      </header>
      <main id="main" tabIndex={-1} className={classNames("mx-auto grid gap-5 px-4 py-6 [grid-template-columns:minmax(0,1fr)] print:p-0", width)}>
        {children}
      </main>
    </>
  );
}
