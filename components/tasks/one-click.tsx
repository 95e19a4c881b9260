"use client";

import Link from "next/link";
import { useFormAction, type FormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { SUBMISSION, VERSION } from "@/lib/model/form-input";

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  version: number;
  submission: string;
  label: string;
  /** Whose button it is, for those who do not see the row around it. */
  about: string;
  /** Said with a link to `href` where it did not go through. */
  failed: string;
  href: string;
  testId: string;
};

/** A change that needs nothing typed: one button, with or without JavaScript. */
export function OneClick({ action, hidden, version, submission, label, about, failed, href, testId }: Props) {
  const [state, dispatch, pending] = useFormAction(action);
  return (
    <form action={dispatch} className="print:hidden">
      {Object.entries({ ...hidden, [VERSION]: String(version), [SUBMISSION]: submission }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" aria-disabled={pending} aria-label={`${label}: ${about}`} data-testid={testId}>
        {label}
      </Button>
      {state.status === "failed" && (
        <p role="alert" className="mt-1 text-sm text-overdue" data-testid="one-click-failed">
          <Link href={href} prefetch={false} className="link text-overdue">
            {failed}
          </Link>
        </p>
      )}
    </form>
  );
}
