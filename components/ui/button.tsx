import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant | undefined };

/** A plain `type="button"` unless told otherwise, so that it never sends a form by accident. */
export function Button({ variant = "secondary", type = "button", className, ...props }: ButtonProps) {
  return <button type={type} className={classNames("button", `button-${variant}`, className)} {...props} />;
}

type LinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant | undefined };

/** A link that looks like a button: for going somewhere, never for changing something. Nothing is read before somebody asks for it. */
export function LinkButton({ variant = "secondary", className, ...props }: LinkProps) {
  return <Link prefetch={false} className={classNames("button", `button-${variant}`, className)} {...props} />;
}
