import type { Actor } from "@/lib/model/permissions";

export const LOGIN = "bench";
export const PASSWORD = "a pass phrase for the benchmark";
export const USER_ID = "bench-coordinator";
/** Of all cases 70, 29 and 1 per cent; whoever measures is in the first two. */
export const teamIds = ["bench-team-a", "bench-team-b", "bench-team-c"] as const;

/** Who measures, as the services see them. */
export const asker: Actor = { userId: USER_ID, name: "Bench Coordinator", role: "coordinator", teamIds: teamIds.slice(0, 2), sessionHash: null };
