"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import type { RefObject } from "react";
import { INTENT, PREVIEW, previewIn } from "@/lib/model/form-preview";
import { idle } from "@/lib/model/form-state";
import type { FieldProblem } from "@/lib/model/form-state";
import { useFormFacts } from "./form-context";
import type { FormAction } from "./use-form-action";

const PAUSE_MS = 300;

type Live<R> = { round: string; answer: R | undefined; unreadable: boolean; problem: FieldProblem | undefined };

/** What the form around leads to: the newest of what was sent with it and of what was asked while typing. `inside` stands in the form. */
export type LiveAnswer<R> = { inside: RefObject<HTMLDivElement | null>; answer: R | undefined; unreadable: boolean; problem: FieldProblem | undefined; busy: boolean };

function typedInto(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some((field) => field instanceof HTMLInputElement && field.type === "text" && field.value !== field.defaultValue);
}

/** Asks whenever typing pauses; `atOnce` also before anything is typed. Without JavaScript a button sends the form instead. */
export function useLiveAnswer<R>(action: FormAction, { atOnce }: { atOnce: boolean }): LiveAnswer<R> {
  const { values, round } = useFormFacts();
  const [live, setLive] = useState<Live<R>>();
  const [busy, start] = useTransition();
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      const data = new FormData(form);
      data.set(INTENT, PREVIEW);
      start(async () => {
        // Without an answer, such as while the line is down, the form itself goes on.
        const state = await action(idle, data).catch(() => idle);
        const failed = state.status === "failed" ? state : undefined;
        const unreadable = Object.keys(failed?.problems ?? {}).length > 0;
        setLive({ round, answer: failed && previewIn<R>(failed.values), unreadable, problem: failed?.form });
      });
    };
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    // A browser that kept what was typed before says nothing about it.
    if (atOnce || typedInto(form)) onInput();
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
    };
  }, [action, atOnce, round]);
  const newest = live?.round === round ? live : undefined;
  return { inside, busy, unreadable: newest?.unreadable ?? false, problem: newest?.problem, answer: newest ? newest.answer : previewIn<R>(values) };
}
