import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { NavLink } from "./nav-link";

export type NavItem = {
  /** Stable name for tests: `nav-<key>` in the side bar, `tab-<key>` in the bar of a phone. */
  key: string;
  href: string;
  label: string;
  /** An icon element without words of its own. */
  icon: ReactNode;
  current?: boolean | undefined;
};

const shownOnPhone = 4;

/** The links beside the page on a wide screen. */
export function SideBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("common");
  const menu = items.map(({ href }) => href);
  return (
    <nav aria-label={t("main_menu")} className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] w-52 shrink-0 self-start overflow-y-auto p-3 lg:block print:hidden">
      <ul className="grid gap-0.5">
        {items.map(({ key, href, label, icon, current }) => (
          <li key={key}>
            <NavLink
              href={href}
              menu={menu}
              current={current}
              testId={`nav-${key}`}
              className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 text-ink no-underline hover:bg-raised pointer-coarse:min-h-11 aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent [&_svg]:size-4.5 [&_svg]:shrink-0"
            >
              {icon}
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The links under the thumb on a phone; what does not fit is behind the last one. */
export function TabBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("common");
  const menu = items.map(({ href }) => href);
  const rest = items.slice(shownOnPhone);
  const look =
    "flex min-h-14 min-w-0 flex-col items-center justify-center gap-0.5 px-1 text-center text-xs leading-tight text-muted no-underline hyphens-auto aria-[current]:font-semibold aria-[current]:text-accent [&_svg]:size-5 [&_svg]:shrink-0";
  return (
    <nav aria-label={t("main_menu")} className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden">
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.slice(0, shownOnPhone).map(({ key, href, label, icon, current }) => (
          <li key={key} className="min-w-0">
            <NavLink href={href} menu={menu} current={current} testId={`tab-${key}`} className={look}>
              {icon}
              <span className="max-w-full truncate">{label}</span>
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0">
            <DropdownMenu
              align="end"
              side="above"
              look={look}
              chevron={false}
              data-testid="tab-more"
              label={
                <>
                  <Ellipsis aria-hidden />
                  {t("more")}
                </>
              }
            >
              {rest.map(({ key, href, label, icon, current }) => (
                <NavLink key={key} href={href} menu={menu} current={current} testId={`tab-${key}`} className="menu-item [&_svg]:size-4.5">
                  {icon}
                  {label}
                </NavLink>
              ))}
            </DropdownMenu>
          </li>
        )}
      </ul>
    </nav>
  );
}
