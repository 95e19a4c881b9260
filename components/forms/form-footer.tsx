"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  submitLabel: string;
  cancelHref: string | undefined;
  extra: ReactNode;
  tone: "primary" | "danger" | undefined;
  pending: boolean;
};

/** The buttons at the end of a form. While sending, the button keeps the focus and says so instead of being disabled. */
export function FormFooter({ submitLabel, cancelHref, extra, tone = "primary", pending }: Props) {
  const t = useTranslations("forms");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" variant={tone} aria-disabled={pending} data-testid="submit">
        {pending ? t("sending") : submitLabel}
      </Button>
      {extra}
      {cancelHref !== undefined && (
        <Link href={cancelHref} prefetch={false} className="link inline-flex min-h-11 items-center px-2 sm:min-h-9" data-testid="cancel">
          {t("cancel")}
        </Link>
      )}
    </div>
  );
}
