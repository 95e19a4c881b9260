"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  /** The addresses of the whole menu: of two that fit, only the nearer one is where the reader is. */
  menu: readonly string[];
  className: string;
  testId: string;
  children: ReactNode;
};

const leadsTo = (href: string, path: string): boolean => path === href || (href !== "/" && path.startsWith(`${href}/`));

/** Knows by itself whether it leads to where the reader is, because layouts are not drawn again on the way. */
export function NavLink({ href, menu, className, testId, children }: Props) {
  const path = usePathname();
  const here = leadsTo(href, path) && !menu.some((other) => other.length > href.length && leadsTo(other, path));
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className={className} data-testid={testId}>
      {children}
    </Link>
  );
}
