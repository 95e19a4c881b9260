/** What every command ends with; `npm run -s erkin -- help` names them. */
export const exits = {
  /** Done. */
  ok: 0,
  /** Refused: the rights, the input or the file do not allow it. */
  refused: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** There is no such file, record or database. */
  missing: 3,
  /** The disk is full or cannot be written, or something else holds the data. */
  storage: 4,
  /** A sealed file does not open with what was given, was cut short or was changed. */
  damaged: 5,
} as const;
export type Exit = keyof typeof exits;

/** How a command ended: a sentence or more for people, and the same as data for programs. */
export type Outcome = { exit: Exit; said: string; data?: Record<string, unknown> };

export type Command = {
  /** One line for the list of commands. */
  about: string;
  /** How it is called, with every option. */
  usage: string;
  run: (args: readonly string[]) => Promise<Outcome>;
};

/** Thrown wherever a command finds that it cannot go on. */
export class Stop extends Error {
  constructor(
    readonly exit: Exit,
    message: string,
    readonly data: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
