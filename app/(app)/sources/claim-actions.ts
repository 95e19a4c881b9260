import type { ClaimActions } from "@/components/claims/claim-facts";
import { newSubmission } from "@/lib/web/pages";
import { followClaimAction } from "./[id]/claims/actions";

/** The button beside each claim on one page. */
export const claimActions = (): ClaimActions => ({ follow: followClaimAction, submission: newSubmission() });
