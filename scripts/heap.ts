/** Next keeps garbage for long when memory seems free; a small heap keeps the process small on a small machine. Whoever sets NODE_OPTIONS decides otherwise. */
export const heapOptions = (): string => process.env.NODE_OPTIONS ?? "--max-old-space-size=384 --max-semi-space-size=16";
