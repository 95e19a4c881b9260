import { clsx } from "clsx";
import type { ClassValue } from "clsx";
import { twMerge } from "tailwind-merge";

/** Joins class names; of two utilities for the same property the later one stays. */
export const classNames = (...values: ClassValue[]): string => twMerge(clsx(values));

/** The five tones of the palette; each is always shown with an icon and a word. */
export const tones = ["overdue", "today", "custody", "released", "neutral"] as const;
export type Tone = (typeof tones)[number];
