"use client";

import { Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Alert } from "./alert";
import { Button, LinkButton } from "./button";

/** Words about what is shown, by the key of the room that has them. */
type Words = (key: "once" | "explain" | "label" | "copy" | "copied" | "done") => string;
type Props = { value: string; t: Words; explain?: string | undefined; href: string; testId: string; valueTestId: string; doneTestId?: string };

/** Something that is seen this one time, in full and ready to be copied; it takes the focus, because nothing else on the page matters. */
export function ShownOnce({ value, t, explain, href, testId, valueTestId, doneTestId }: Props) {
  const id = useId();
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div ref={box} tabIndex={-1} className="grid max-w-2xl gap-4" data-testid={testId}>
      <Alert tone="today" title={t("once")}>
        {explain ?? t("explain")}
      </Alert>
      <div className="field">
        <label htmlFor={id} className="font-medium">
          {t("label")}
        </label>
        <input id={id} readOnly defaultValue={value} className="input w-full" data-testid={valueTestId} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {hydrated && (
          <Button variant="primary" onClick={() => void copy()}>
            <Copy aria-hidden className="size-4" />
            {t("copy")}
          </Button>
        )}
        <LinkButton href={href} data-testid={doneTestId}>{t("done")}</LinkButton>
        <span role="status">{copied && t("copied")}</span>
      </div>
    </div>
  );
}
