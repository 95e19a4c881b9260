import "server-only";
import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findSignedIn, type SignedIn } from "@/lib/services/sessions";
import { authOptions, type SidSession } from "./auth";

/** Who is signed in on this request, or undefined; one look-up per rendered page. */
export const findActor = cache(async (): Promise<SignedIn | undefined> => {
  const session: SidSession | null = await getServerSession(authOptions());
  return session?.sid ? findSignedIn(session.sid) : undefined;
});

/** For pages: whoever is not signed in goes to the sign-in page and comes back afterwards. */
export async function requireSignedIn(path: string): Promise<SignedIn> {
  const signedIn = await findActor();
  if (!signedIn) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return signedIn;
}
