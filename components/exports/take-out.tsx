import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { filterParts, type ExportKind } from "@/lib/model/export";

/** From a list to taking it out; `filter` is the address of the list, "" or `?…`. */
export function TakeOut({ what, filter = "", testId = "action-export" }: { what: ExportKind; filter?: string; testId?: string }) {
  const t = useTranslations("exports");
  return (
    <LinkButton href={`/exports?${new URLSearchParams([["what", what], ...filterParts(filter)]).toString()}`} data-testid={testId}>
      <Download aria-hidden className="size-4" />
      {t("from_list")}
    </LinkButton>
  );
}
