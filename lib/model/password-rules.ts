import { z } from "zod";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** A few that every guesser tries first; length alone would let them through. */
const COMMON = ["password", "qwerty", "123456", "111111", "абвгд", "йцукен", "пароль", "құпиясөз", "letmein", "admin", "erkin", "еркін"];

/** Any Unicode, never trimmed or cut (AU-1, AU-2); refused when it is short, or one common word padded out. */
export const passwordSchema = z
  .string("required")
  .transform((typed) => typed.normalize("NFC"))
  .superRefine((password, context) => {
    const refuse = (message: string, params?: Record<string, number>) => context.addIssue({ code: "custom", message, params });
    if (password === "") refuse("required");
    else if (password.length < PASSWORD_MIN) refuse("password_short", { min: PASSWORD_MIN });
    else if (password.length > PASSWORD_MAX) refuse("too_long", { max: PASSWORD_MAX });
    else if (isGuessable(password)) refuse("password_common");
  });

function isGuessable(password: string): boolean {
  const lower = password.toLowerCase();
  const rest = COMMON.reduce((left, word) => left.replaceAll(word, ""), lower);
  // What is left beside a common word must still be a few letters of its own.
  return new Set(lower).size < 5 || (rest !== lower && rest.replace(/[^\p{L}]/gu, "").length < 3);
}
