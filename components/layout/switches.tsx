import { Check, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { locales, nativeNames } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { themes } from "@/lib/model/vocabularies";
import type { Theme } from "@/lib/model/vocabularies";

/** A server action that keeps one choice, sent as `locale` or `theme`. */
export type ChoiceAction = (data: FormData) => Promise<void>;


/** The languages, each in its own words. */
export function LocaleSwitch({ action, current }: { action: ChoiceAction; current: Locale }) {
  const t = useTranslations("common");
  return (
    <form action={action} className="print:hidden">
      <div role="group" aria-label={t("language")} className="flex flex-wrap gap-1">
        {locales.map((locale) => (
          <button key={locale} name="locale" value={locale} lang={locale} aria-pressed={locale === current} className="switch-choice" data-testid={`locale-${locale}`}>
            {locale === current && <Check aria-hidden className="size-3.5" />}
            {nativeNames[locale]}
          </button>
        ))}
      </div>
    </form>
  );
}

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Light, dark, or as the device has it. */
export function ThemeSwitch({ action, current }: { action: ChoiceAction; current: Theme }) {
  const t = useTranslations("common");
  return (
    <form action={action} className="print:hidden">
      <div role="group" aria-label={t("theme")} className="flex flex-wrap gap-1">
        {themes.map((theme) => {
          const Icon = icons[theme];
          return (
            <button key={theme} name="theme" value={theme} aria-pressed={theme === current} className="switch-choice" data-testid={`theme-${theme}`}>
              <Icon aria-hidden className="size-3.5" />
              {t(`themes.${theme}`)}
            </button>
          );
        })}
      </div>
    </form>
  );
}
