"use client";

import { ChevronDown } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  /** Words on the button; `srLabel` names it instead where the words alone would not tell which one it is. */
  label: ReactNode;
  srLabel?: string | undefined;
  /** Links, forms and buttons with the class `menu-item`. */
  children: ReactNode;
  align?: "start" | "end" | undefined;
  side?: "below" | "above" | undefined;
  look?: string | undefined;
  chevron?: boolean | undefined;
  "data-testid"?: string | undefined;
};

/** A button that opens a list of actions. It is a `details`, so it opens without JavaScript; with it, Escape and a click elsewhere close it. */
export function DropdownMenu({ label, srLabel, children, align = "start", side = "below", look = "button button-secondary", chevron = true, ...rest }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !box.current?.open) return;
      const inside = box.current.contains(document.activeElement);
      box.current.open = false;
      if (inside) box.current.querySelector("summary")?.focus();
    };
    const onClick = (event: MouseEvent) => {
      const details = box.current;
      if (!details?.open || !(event.target instanceof Node)) return;
      const followed = event.target instanceof Element && event.target.closest("a[href]") !== null;
      if (!details.contains(event.target) || followed) details.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return (
    <details ref={box} className="relative print:hidden">
      <summary className={look} aria-label={srLabel} {...rest}>
        {label}
        {chevron && <ChevronDown aria-hidden className="size-4" />}
      </summary>
      <div className={classNames("menu", align === "end" ? "end-0" : "start-0", side === "above" ? "bottom-full mb-1" : "top-full mt-1")}>{children}</div>
    </details>
  );
}
