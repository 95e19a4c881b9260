import "server-only";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isOwnOrigin } from "./origin";

export type ChoiceAction = (data: FormData) => Promise<void>;

/** A server action for a button that carries one choice: own origin, then `run`; a path that it answers is gone to. Anything else is ignored. */
export function choiceAction(run: (data: FormData) => Promise<string | void>): ChoiceAction {
  return async (data) => {
    if (!isOwnOrigin(await headers())) return;
    const next = await run(data);
    // The language and the look stand on the root layout, which the browser would otherwise keep.
    revalidatePath("/", "layout");
    if (next) redirect(next);
  };
}
