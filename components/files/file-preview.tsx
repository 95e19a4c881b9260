import { useTranslations } from "next-intl";
import type { FileItem } from "@/lib/model/file";

/** The copy that was made for showing; it never is the original. A recording is fetched only when somebody plays it. */
export function FilePreview({ file }: { file: FileItem }) {
  const t = useTranslations("files.preview");
  const address = `/api/files/${file.id}/preview`;
  if (file.preview === "failed") return <p className="text-muted">{t("failed")}</p>;
  if (file.preview === "image") {
    return (
      <>
        {/* eslint-disable-next-line @next/next/no-img-element -- the optimiser is off, and it would keep a copy */}
        <img src={address} alt={t("alt")} className="max-h-[36rem] max-w-full justify-self-start border border-line bg-surface object-contain" data-testid="file-preview" />
        {file.type === "application/pdf" && <p className="text-sm text-muted">{t("first_page")}</p>}
        <p className="text-sm text-muted">{t("note")}</p>
      </>
    );
  }
  if (file.preview === "audio" || file.preview === "video") {
    const Player = file.preview;
    return (
      <>
        {/* What is said in a piece of evidence has no subtitles until somebody writes them down. */}
        <Player src={address} controls preload="none" aria-label={t("alt")} className="max-h-[36rem] w-full max-w-3xl bg-raised" data-testid="file-preview" />
        <p className="text-sm text-muted">{t("play")}</p>
      </>
    );
  }
  return <p className="text-muted">{t("none")}</p>;
}
