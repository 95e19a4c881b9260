"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { useFormFacts } from "@/components/forms/form-context";
import type { FormAction } from "@/components/forms/use-form-action";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Button } from "@/components/ui/button";
import { INTENT, PREVIEW, previewIn } from "@/lib/model/form-preview";
import { idle } from "@/lib/model/form-state";
import { ReleasePreview, type OrderPreview } from "./release-preview";

const PAUSE_MS = 300;

/** Asks what the form around would lead to, once it is drawn and then whenever typing pauses; a button does it without JavaScript. */
export function LivePreview({ action }: { action: FormAction }) {
  const t = useTranslations("rulings.preview");
  const hydrated = useHydrated();
  const { values } = useFormFacts();
  const [live, setLive] = useState<OrderPreview>();
  const [busy, start] = useTransition();
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      const data = new FormData(form);
      data.set(INTENT, PREVIEW);
      start(async () => {
        // Without an answer, such as while the line is down, the form itself goes on.
        const state = await action(idle, data).catch(() => idle);
        setLive(state.status === "failed" ? previewIn<OrderPreview>(state.values) : undefined);
      });
    };
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    onInput();
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
    };
  }, [action]);
  return (
    <div ref={inside} className="grid gap-3">
      <ReleasePreview preview={live ?? previewIn<OrderPreview>(values)} busy={busy} />
      {!hydrated && (
        <Button type="submit" name={INTENT} value={PREVIEW} className="justify-self-start" data-testid="action-preview">
          {t("show")}
        </Button>
      )}
    </div>
  );
}
