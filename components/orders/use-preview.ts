"use client";

import { startTransition, useActionState, useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { FieldProblem } from "@/lib/model/form-state";

export type PreviewState<R> = { result?: R; problems?: Record<string, FieldProblem>; values?: Record<string, string[]> };
export type PreviewAction<R> = (state: PreviewState<R>, data: FormData) => Promise<PreviewState<R>>;

const PAUSE_MS = 300;

/** Asks what the form around `inside` would lead to, once it was drawn and then whenever typing pauses; a last good answer stays until the next. */
export function usePreview<R>(action: PreviewAction<R>): { state: PreviewState<R>; dispatch: (data: FormData) => void; pending: boolean; inside: RefObject<HTMLDivElement | null> } {
  const [state, dispatch, pending] = useActionState<PreviewState<R>, FormData>(action, {});
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => startTransition(() => dispatch(new FormData(form)));
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    onInput();
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
    };
  }, [dispatch]);
  return { state, dispatch, pending, inside };
}
