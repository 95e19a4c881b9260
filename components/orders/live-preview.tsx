"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/use-form-action";
import { useHydrated } from "@/components/forms/use-hydrated";
import { useLiveAnswer } from "@/components/forms/use-live-answer";
import { Button } from "@/components/ui/button";
import { INTENT, PREVIEW } from "@/lib/model/form-preview";
import { ReleasePreview, type OrderPreview } from "./release-preview";

/** Asks what the form around would lead to, once it is drawn and then whenever typing pauses; a button does it without JavaScript. */
export function LivePreview({ action }: { action: FormAction }) {
  const t = useTranslations("rulings.preview");
  const hydrated = useHydrated();
  const { inside, answer, busy } = useLiveAnswer<OrderPreview>(action, { atOnce: true });
  return (
    <div ref={inside} className="grid gap-3">
      <ReleasePreview preview={answer} busy={busy} />
      {!hydrated && (
        <Button type="submit" name={INTENT} value={PREVIEW} className="justify-self-start" data-testid="action-preview">
          {t("show")}
        </Button>
      )}
    </div>
  );
}
