"use client";

import { usePageText } from "@/components/forms/use-hydrated";
import { Button } from "@/components/ui/button";
import { isLocale } from "@/lib/i18n/locales";
import en from "@/messages/en/failure.json";
import kk from "@/messages/kk/failure.json";
import ru from "@/messages/ru/failure.json";

const words = { en, ru, kk };

type Props = { digest: string | undefined; again: () => void };

/** The last resort: no provider of words can be relied on here, so the few sentences travel with it, in the language of the page. */
export function FailureNotice({ digest, again }: Props) {
  const lang = usePageText(() => document.documentElement.lang, "en");
  const t = words[isLocale(lang) ? lang : "en"];
  return (
    <div role="alert" className="grid justify-items-start gap-3" data-testid="failure">
      <h1>{t.title}</h1>
      <p>{t.explain}</p>
      {digest && <p className="text-sm text-muted">{t.reference.replace("{code}", digest)}</p>}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={again}>
          {t.again}
        </Button>
        <a className="button button-secondary" href="/">
          {t.home}
        </a>
      </div>
    </div>
  );
}
