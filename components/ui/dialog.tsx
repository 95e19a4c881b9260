"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import type { ReactNode } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button";

type Props = {
  /** Words on the button that opens it. */
  trigger: ReactNode;
  title: string;
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  "data-testid"?: string | undefined;
};

/**
 * A modal window on the browser's own `dialog`: it traps the focus, closes with Escape and needs no style attributes, which the
 * content security policy forbids. For what has a page of its own to fall back on without JavaScript.
 */
export function Dialog({ trigger, title, children, variant, ...rest }: Props) {
  const t = useTranslations("common");
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button variant={variant} aria-haspopup="dialog" onClick={() => box.current?.showModal()} {...rest}>
        {trigger}
      </Button>
      <dialog
        ref={box}
        aria-labelledby={titleId}
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
        className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 text-ink shadow-lg backdrop:bg-ink/50"
      >
        <div className="grid gap-4 p-4">
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId}>{title}</h2>
            <Button variant="quiet" aria-label={t("close")} onClick={() => box.current?.close()}>
              <X aria-hidden className="size-4" />
            </Button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
