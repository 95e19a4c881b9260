import { Check, Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SharedWith } from "@/lib/model/consent";
import { sharedWords } from "./consent-words";

/** To whom a person may be named, in one line on the page of a case; leads to the whole of it. */
export function ConsentLine({ shared, personId }: { shared: readonly SharedWith[]; personId: string }) {
  const t = useTranslations("consent");
  const vocab = useTranslations("vocab");
  const Icon = shared.length === 0 ? Lock : Check;
  return (
    <p className="flex items-start gap-1.5 text-sm" data-testid="consent-line">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 wrap-anywhere">
        {shared.length === 0 ? t("line.none") : t("line.some", { what: sharedWords(shared, vocab) })}{" "}
        <Link href={`/people/${personId}#consent`} prefetch={false} className="link print:hidden">
          {t("line.open")}
        </Link>
      </span>
    </p>
  );
}
