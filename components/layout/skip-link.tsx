import { useTranslations } from "next-intl";

/** The first stop of the keyboard; seen only then. */
export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a href="#main" className="button button-primary fixed start-2 top-2 z-50 not-focus:sr-only">
      {t("skip")}
    </a>
  );
}
