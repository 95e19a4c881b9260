import { ANONYMOUS, type Actor } from "./permissions";

/** Somebody who has not signed in: may do nothing; named so that failed attempts have an author in the audit log. */
export const anonymous: Actor = { userId: ANONYMOUS, name: "", role: "viewer", teamIds: [], sessionHash: null };

/** The command line on the server itself: whoever can run it already holds the data folder. */
export const commandLine = (teamIds: readonly string[]): Actor => ({ userId: "command-line", name: "command line", role: "admin", teamIds, sessionHash: null });
