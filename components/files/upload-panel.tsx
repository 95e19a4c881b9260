"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useHydrated } from "@/components/forms/use-hydrated";
import type { FileSubject } from "@/lib/model/file";
import { UploadLine } from "./upload-line";
import { useUploads } from "./use-uploads";

type Props = { subject: FileSubject; mayProtect: boolean; megabytes: number; /** The plain form, for browsers without JavaScript. */ plain: ReactNode };

/** Sends files with progress, pause and resume: chosen, dropped, several at once. Before JavaScript arrives the plain form stands in its place. */
export function UploadPanel({ subject, mayProtect, megabytes, plain }: Props) {
  return useHydrated() ? <Panel subject={subject} mayProtect={mayProtect} megabytes={megabytes} /> : plain;
}

function Panel({ subject, mayProtect, megabytes }: Omit<Props, "plain">) {
  const t = useTranslations("upload");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isProtected, setProtected] = useState(false);
  const [over, setOver] = useState(false);
  const target = useMemo(() => ({ subject, isProtected }), [subject, isProtected]);
  const { uploads, add, pause, resume, cancel } = useUploads(target);
  useLeaveGuard(uploads.some(({ shown }) => ["waiting", "checking", "sending", "finishing"].includes(shown)));

  const taken = (files: FileList | null) => {
    if (files?.length) add([...files]);
    if (input.current) input.current.value = "";
  };
  return (
    <div className="grid gap-4">
      {mayProtect && (
        <label className="flex min-h-11 items-center gap-2 sm:min-h-8">
          <input type="checkbox" checked={isProtected} onChange={(event) => setProtected(event.target.checked)} className="size-4" data-testid="field-isProtected" />
          {t("protect")}
        </label>
      )}
      <div
        className={`grid justify-items-start gap-3 rounded-md border-2 border-dashed p-4 ${over ? "border-accent bg-raised" : "border-edge"}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          taken(event.dataTransfer.files);
        }}
        data-testid="drop-zone"
      >
        <p>{t("drop")}</p>
        <input ref={input} id={id} type="file" multiple onChange={(event) => taken(event.target.files)} aria-describedby={`${id}-limit`} className="peer sr-only" data-testid="field-files" />
        {/* The browser's own button speaks the browser's language; this one speaks the reader's. */}
        <label htmlFor={id} className="button button-primary peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent">
          {t("choose")}
        </label>
        <p id={`${id}-limit`} className="text-sm text-muted">
          {t("limit", { megabytes })}
        </p>
      </div>
      <p className="max-w-prose text-sm text-muted">{t("resumable")}</p>
      {uploads.length > 0 && (
        <ul aria-label={t("chosen")} className="grid gap-2" data-testid="uploads">
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} onPause={() => pause(upload.key)} onResume={() => resume(upload.key)} onCancel={() => cancel(upload.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Asks before a page is left on which something is still on its way. */
function useLeaveGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [active]);
}
