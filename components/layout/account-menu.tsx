import { CircleUser, LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import type { Locale } from "@/lib/i18n/locales";
import type { Theme } from "@/lib/model/vocabularies";
import { LocaleSwitch, ThemeSwitch } from "./switches";
import type { ChoiceAction } from "./switches";

export type ShellActions = { setLocale: ChoiceAction; setTheme: ChoiceAction; signOut: () => Promise<void> };

export type ShellAccount = {
  /** The name that the person signs in with. */
  name: string;
  /** Their role, in words. */
  role: string;
  href: string;
};

type Props = { account: ShellAccount; locale: Locale; theme: Theme; actions: ShellActions };

/** Everything about the reader: account, language, appearance, the way out. */
export function AccountMenu({ account, locale, theme, actions }: Props) {
  const t = useTranslations("common");
  return (
    <DropdownMenu
      align="end"
      data-testid="account-menu"
      label={
        <>
          <CircleUser aria-hidden className="size-5" />
          <span className="hidden max-w-40 truncate sm:inline">{account.name}</span>
          <span className="sr-only">{t("account_menu")}</span>
        </>
      }
    >
      <p className="px-2.5 py-1">
        <span className="block font-semibold wrap-anywhere">{account.name}</span>
        <span className="text-sm text-muted">{account.role}</span>
      </p>
      <Link href={account.href} prefetch={false} className="menu-item" data-testid="account-link">
        <CircleUser aria-hidden className="size-4" />
        {t("account")}
      </Link>
      <hr className="my-1 border-line" />
      <p className="px-2.5 text-sm text-muted">{t("language")}</p>
      <LocaleSwitch action={actions.setLocale} current={locale} />
      <p className="px-2.5 pt-1 text-sm text-muted">{t("theme")}</p>
      <ThemeSwitch action={actions.setTheme} current={theme} />
      <hr className="my-1 border-line" />
      <form action={actions.signOut}>
        <button className="menu-item" data-testid="sign-out">
          <LogOut aria-hidden className="size-4 rtl:rotate-180" />
          {t("sign_out")}
        </button>
      </form>
    </DropdownMenu>
  );
}
