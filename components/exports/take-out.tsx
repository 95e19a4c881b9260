import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { ExportKind } from "@/lib/model/export";

/** From a list to taking it out; `filter` is the address of the list, "" or `?…`. */
export function TakeOut({ what, filter = "" }: { what: ExportKind; filter?: string }) {
  const t = useTranslations("exports");
  return (
    <LinkButton href={`/exports?what=${what}${filter.replace("?", "&")}`} data-testid="action-export">
      <Download aria-hidden className="size-4" />
      {t("from_list")}
    </LinkButton>
  );
}
