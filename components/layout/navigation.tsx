import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import "./nav-icons.css";
import type { NavKey } from "./nav-keys";
import { NavLink } from "./nav-link";

export type NavItem = {
  /** Stable name for tests and for the icon: `nav-<key>` in the side bar, `tab-<key>` in the bar of a phone. */
  key: NavKey;
  href: string;
  label: string;
};

const shownOnPhone = 4;

/** The links beside the page on a wide screen. */
export function SideBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("common");
  const menu = items.map(({ href }) => href);
  return (
    <nav aria-label={t("main_menu")} className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] w-52 shrink-0 self-start overflow-y-auto p-3 lg:block print:hidden">
      <ul className="grid gap-0.5">
        {items.map(({ key, href, label }) => (
          <li key={key}>
            <NavLink
              href={href}
              menu={menu}
              testId={`nav-${key}`}
              className="side-link"
            >
              <NavIcon of={key} />
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
  return (
    <nav aria-label={t("main_menu")} className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden">
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.slice(0, shownOnPhone).map(({ key, href, label }) => (
          <li key={key} className="min-w-0">
            <NavLink href={href} menu={menu} testId={`tab-${key}`} className="tab-link">
              <NavIcon of={key} />
              <span className="max-w-full truncate">{label}</span>
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0">
            <DropdownMenu
              align="end"
              side="above"
              look="tab-link"
              chevron={false}
              data-testid="tab-more"
              label={
                <>
                  <Ellipsis aria-hidden />
                  {t("more")}
                </>
              }
            >
              {rest.map(({ key, href, label }) => (
                <NavLink key={key} href={href} menu={menu} testId={`tab-${key}`} className="menu-item">
                  <NavIcon of={key} />
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

function NavIcon({ of }: { of: NavKey }) {
  return <span className="nav-icon" data-of={of} />;
}
