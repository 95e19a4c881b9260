import { useTranslations } from "next-intl";

const widths = ["w-full", "w-11/12", "w-4/5", "w-full", "w-2/3"] as const;

/** Grey lines while a part of the page is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number | undefined }) {
  const t = useTranslations("common");
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden className={`block h-4 animate-pulse rounded-sm bg-raised ${widths[index % widths.length]}`} />
      ))}
    </div>
  );
}
