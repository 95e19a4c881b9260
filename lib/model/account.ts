import { z } from "zod";
import { choice, id, inputOf, line, optionalId, type Field } from "./fields";
import { passwordSchema } from "./password-rules";
import { roles, themes } from "./vocabularies";

const locales = ["en", "ru", "kk"] as const;

const newPassword = (): Field<string> => ({ kind: "line", class: "source", schema: () => passwordSchema });
/** A password as typed, to be compared and not judged. */
const givenPassword = (): Field<string> => ({ kind: "line", class: "source", schema: () => z.string("required").min(1, "required").max(1000, "too_long") });

/** The own password once more, for acts that ask for it; empty where it was proved a moment ago. */
export const provedPassword = (): Field<string> => ({ kind: "line", class: "source", schema: () => z.string().max(1000, "too_long").optional().transform((typed) => typed ?? "") as unknown as z.ZodType<string> });

const login = () => line(200, { required: true });

export const signInInput = inputOf({ login: login(), password: givenPassword(), next: line(500) });

export const setupFields = {
  token: line(200, { required: true, class: "source" }),
  organisation: line(200, { required: true }),
  locale: choice(locales, { fallback: "en" }),
  placeId: id(),
  name: line(200, { required: true }),
  login: login(),
  password: newPassword(),
  sample: choice(["none", "sample"] as const, { fallback: "none" }),
};
export const setupInput = inputOf(setupFields);

export const acceptInvitationInput = inputOf({
  token: line(200, { required: true, class: "source" }),
  name: line(200, { required: true }),
  login: login(),
  password: newPassword(),
  locale: choice(locales, { fallback: "en" }),
});

export const invitationInput = inputOf({ name: line(200), role: choice(roles), teamId: id() });

export const preferencesInput = inputOf({ locale: choice(locales), theme: choice(themes) });
export const passwordChangeInput = inputOf({ current: givenPassword(), password: newPassword() });
export const endSessionInput = inputOf({ session: line(100, { required: true }) });

export const userInput = inputOf({ userId: id(), role: choice(roles), teamId: optionalId(), status: choice(["active", "disabled"] as const) });
export const teamInput = inputOf({ name: line(200, { required: true }) });
export const organisationInput = inputOf({
  name: line(200, { required: true }),
  defaultLocale: choice(locales),
  defaultPlaceId: id(),
  /** Who may use the calculator; without an answer only those who are signed in. */
  calculator: choice(["signed_in", "everybody"] as const, { fallback: "signed_in" }),
});
