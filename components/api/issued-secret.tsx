"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";

/** A secret in full, the only time that it is seen; `explain` says what it is for. */
export function IssuedSecret({ secret, explain, href }: { secret: string; explain?: string; href: string }) {
  const t = useTranslations("api.issued");
  const id = useId();
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div ref={box} tabIndex={-1} className="grid max-w-2xl gap-4" data-testid="issued-secret">
      <Alert tone="today" title={t("once")}>
        {explain ?? t("explain")}
      </Alert>
      <div className="field">
        <label htmlFor={id} className="font-medium">
          {t("label")}
        </label>
        <input id={id} readOnly defaultValue={secret} className="input w-full" data-testid="secret" onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {hydrated && (
          <Button variant="primary" onClick={() => void copy()}>
            <Copy aria-hidden className="size-4" />
            {t("copy")}
          </Button>
        )}
        <LinkButton href={href} data-testid="secret-done">{t("done")}</LinkButton>
        <span role="status">{copied && t("copied")}</span>
      </div>
    </div>
  );
}
