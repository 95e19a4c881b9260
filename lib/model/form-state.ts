/** Why a field (or the whole form) was refused: `code` is a key under `errors` in the forms messages. */
export type FieldProblem = { code: string; params?: Record<string, string | number> };

/** What two people saved at once: the value typed here and the one saved meanwhile, per field that differs. */
export type FormConflict = { version: number; fields: { name: string; mine: string; theirs: string }[] };

/** What a server action answers to a form; a success redirects instead of answering. */
export type FormState =
  | { status: "idle" }
  | {
      status: "failed";
      /** Changes with every answer, so that a repeated error is announced again. */
      nonce: string;
      problems: Record<string, FieldProblem>;
      form?: FieldProblem;
      values: Record<string, string[]>;
      conflict?: FormConflict;
    };

export const idle: FormState = { status: "idle" };
