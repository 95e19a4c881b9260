"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import type { Upload } from "./use-uploads";

type Props = { upload: Upload; onPause: () => void; onResume: () => void; onCancel: () => void };

/** What trying again cannot change. */
const FINAL: ReadonlySet<string> = new Set(["too_large", "empty", "program", "forbidden", "not_found"]);

/** One file on its way: how far it is, and what can be done. What changes is read out when it changes in kind, not with every percent. */
export function UploadLine({ upload, onPause, onResume, onCancel }: Props) {
  const t = useTranslations("upload");
  const { file, shown, sent, problem, fileId } = upload;
  const percent = file.size === 0 ? 0 : Math.floor((sent / file.size) * 100);
  const button = (word: "pause" | "resume" | "cancel" | "retry", run: () => void) => (
    <Button onClick={run} variant={word === "cancel" ? "quiet" : "secondary"} aria-label={t("named", { action: t(word), name: file.name })} data-testid={`action-${word}`}>
      {t(word)}
    </Button>
  );
  const moving = shown === "sending" || shown === "checking" || shown === "waiting";
  return (
    <li className="grid gap-2 border-t border-line pt-2" data-testid="upload" data-state={shown}>
      <bdi className="font-medium wrap-anywhere">{file.name}</bdi>
      {shown !== "failed" && shown !== "cancelled" && <progress max={100} value={percent} aria-label={t("progress", { name: file.name })} className="w-full max-w-xl accent-accent" data-testid="progress" />}
      <p className={shown === "failed" ? "text-overdue" : "text-sm text-muted tabular-nums"} data-testid="upload-state" aria-hidden={shown === "sending"}>
        {shown === "failed" ? t(`problem.${problem ?? "unexpected"}`) : t(`state.${shown}`, { percent })}
      </p>
      <span className="sr-only" role="status">
        {shown === "sending" ? "" : shown === "failed" ? t(`problem.${problem ?? "unexpected"}`) : t(`state.${shown}`, { percent })}
      </span>
      <div className="flex flex-wrap gap-2">
        {(shown === "sending" || shown === "checking") && button("pause", onPause)}
        {(shown === "paused" || shown === "lost") && button("resume", onResume)}
        {shown === "failed" && !FINAL.has(problem ?? "") && button("retry", onResume)}
        {(moving || shown === "paused" || shown === "lost") && button("cancel", onCancel)}
        {shown === "done" && fileId && (
          <LinkButton href={`/files/${fileId}`} aria-label={t("named", { action: t("open"), name: file.name })} data-testid="action-open">
            {t("open")}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
