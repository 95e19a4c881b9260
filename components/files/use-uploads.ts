"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { BeginInput } from "@/lib/model/file";
import { giveUp, Lost, Refused, sendFile } from "./upload-transport";

type Shown = "waiting" | "checking" | "sending" | "paused" | "lost" | "finishing" | "done" | "cancelled" | "failed";
export type Upload = { key: number; file: File; shown: Shown; sent: number; fileId?: string | undefined; problem?: string | undefined };
type Target = Omit<BeginInput, "name" | "size">;

const AGAIN_MS = [1000, 3000, 9000];

/** Files on their way, one after the other; each can be paused, taken up again and cancelled. */
export function useUploads(target: Target) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef<{ key: number; stop: AbortController } | undefined>(undefined);
  const tries = useRef(new Map<number, number>());
  const count = useRef(0);

  const change = useCallback((key: number, to: Partial<Upload>) => setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each))), []);
  const add = useCallback((files: readonly File[]) => setUploads((all) => [...all, ...files.map((file) => ({ key: ++count.current, file, shown: "waiting" as const, sent: 0 }))]), []);

  const next = uploads.find(({ shown }) => shown === "waiting");
  const busy = uploads.some(({ shown }) => shown === "checking" || shown === "sending" || shown === "finishing");
  useEffect(() => {
    if (!next || busy || running.current) return;
    const { key, file } = next;
    const stop = new AbortController();
    running.current = { key, stop };
    change(key, { shown: "checking", problem: undefined });
    const heard = {
      begun: (fileId: string) => change(key, { fileId }),
      received: (sent: number) => change(key, { shown: "sending", sent }),
      finishing: () => change(key, { shown: "finishing", sent: file.size }),
    };
    sendFile(file, target, stop.signal, heard)
      .then((fileId) => change(key, { shown: "done", sent: file.size, fileId }))
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        if (error instanceof Lost) return lost(key);
        change(key, { shown: "failed", problem: error instanceof Refused ? error.code : "unexpected" });
      })
      .finally(() => {
        if (running.current?.key === key) running.current = undefined;
        // Lets the next one begin, whatever became of this one.
        setUploads((all) => [...all]);
      });

    function lost(of: number): void {
      const tried = tries.current.get(of) ?? 0;
      tries.current.set(of, tried + 1);
      change(of, { shown: "lost" });
      const wait = AGAIN_MS[tried];
      if (wait !== undefined) setTimeout(() => setUploads((all) => all.map((each) => (each.key === of && each.shown === "lost" ? { ...each, shown: "waiting" } : each))), wait);
    }
  }, [next, busy, target, change]);

  const halt = (key: number) => {
    if (running.current?.key !== key) return;
    running.current.stop.abort();
    running.current = undefined;
  };
  return {
    uploads,
    add,
    pause: (key: number) => {
      halt(key);
      change(key, { shown: "paused" });
    },
    resume: (key: number) => {
      tries.current.delete(key);
      change(key, { shown: "waiting", problem: undefined });
    },
    cancel: (key: number) => {
      halt(key);
      const fileId = uploads.find((each) => each.key === key)?.fileId;
      change(key, { shown: "cancelled" });
      if (fileId) giveUp(fileId).catch(() => undefined);
    },
  };
}
