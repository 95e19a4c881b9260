import { useTranslations } from "next-intl";
import type { FileSubject } from "@/lib/model/file";

/** One file at a time, as browsers have sent them for ever. The fields come before the file, so that the server knows what it is for when it arrives. */
export function PlainUploadForm({ subject, mayProtect, megabytes }: { subject: FileSubject; mayProtect: boolean; megabytes: number }) {
  const t = useTranslations("upload");
  return (
    <form method="post" action="/api/files/form" encType="multipart/form-data" className="grid max-w-2xl gap-4" data-testid="plain-upload">
      <input type="hidden" name="type" value={subject.type} />
      <input type="hidden" name="id" value={subject.id} />
      {mayProtect && (
        <label className="flex min-h-11 items-center gap-2 sm:min-h-8">
          <input type="checkbox" name="isProtected" className="size-4" />
          {t("protect")}
        </label>
      )}
      <label className="grid gap-1">
        {t("file")}
        <input type="file" name="file" required className="max-w-full" data-testid="field-file" />
      </label>
      <p className="text-sm text-muted">{t("plain_limit", { megabytes })}</p>
      <button className="button button-primary justify-self-start" data-testid="submit">
        {t("send")}
      </button>
    </form>
  );
}
