import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  title: string;
  children: ReactNode;
  /** Also the fragment that links lead to. */
  id: string;
  actions?: ReactNode;
  level?: 2 | 3 | undefined;
  plain?: boolean | undefined;
  "data-testid"?: string | undefined;
};

/** A titled part of a page, drawn as a card unless `plain`. */
export function Section({ title, children, id, actions, level = 2, plain, ...rest }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={classNames("grid min-w-0 gap-3", !plain && "card")} {...rest}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading id={`${id}-title`}>{title}</Heading>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
