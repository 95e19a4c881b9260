"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";

/** The address of a feed in full, ready to be copied. */
export function FeedAddress({ address }: { address: string }) {
  const t = useTranslations("calendar.feeds.issued");
  const id = useId();
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div ref={box} tabIndex={-1} className="grid max-w-2xl gap-4" data-testid="issued-feed">
      <Alert tone="today" title={t("once")}>
        {t("explain")}
      </Alert>
      <div className="field">
        <label htmlFor={id} className="font-medium">
          {t("label")}
        </label>
        <input id={id} readOnly defaultValue={address} className="input w-full" data-testid="feed-address" onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {hydrated && (
          <Button variant="primary" onClick={() => void copy()}>
            <Copy aria-hidden className="size-4" />
            {t("copy")}
          </Button>
        )}
        <LinkButton href="/calendar/feeds">{t("done")}</LinkButton>
        <span role="status">{copied && t("copied")}</span>
      </div>
    </div>
  );
}
