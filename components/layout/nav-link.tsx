"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = { href: string; current: boolean | undefined; className: string; testId: string; children: ReactNode };

/** Knows by itself whether it leads to where the reader is, because layouts are not drawn again on the way. */
export function NavLink({ href, current, className, testId, children }: Props) {
  const path = usePathname();
  const here = current ?? (href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className={className} data-testid={testId}>
      {children}
    </Link>
  );
}
