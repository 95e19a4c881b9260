"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and in the first client render, true afterwards: for what only makes sense with JavaScript. */
export const useHydrated = (): boolean => useSyncExternalStore(never, () => true, () => false);

/** Reads a fact from the page itself; `before` is used until JavaScript has arrived. */
export const usePageText = (read: () => string, before: string): string => useSyncExternalStore(never, read, () => before);
