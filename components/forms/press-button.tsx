"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { SUBMISSION } from "@/lib/model/form-input";
import { useFormAction, type FormAction } from "./use-form-action";

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  submission: string;
  label: string;
  /** Whose button it is, for those who do not see the row around it; none where the label says it all. */
  about?: string | undefined;
  /** Said with a link to `href` where it did not go through. */
  failed: string;
  href: string;
  testId: string;
};

/** One button for something that has no versions and needs nothing typed, with or without JavaScript. */
export function PressButton({ action, hidden, submission, label, about, failed, href, testId }: Props) {
  const [state, dispatch, pending] = useFormAction(action);
  return (
    <form action={dispatch} className="print:hidden">
      {Object.entries({ ...hidden, [SUBMISSION]: submission }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" aria-disabled={pending} aria-label={about === undefined ? undefined : `${label}: ${about}`} data-testid={testId}>
        {label}
      </Button>
      {state.status === "failed" && (
        <p role="alert" className="mt-1 text-sm text-overdue">
          <Link href={href} prefetch={false} className="link text-overdue">
            {failed}
          </Link>
        </p>
      )}
    </form>
  );
}
