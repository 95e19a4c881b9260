import "server-only";
import { findOrganisation } from "@/db/queries/organisation";
import { store } from "@/db/store";

/** Whether storage opens and answers. */
export async function readiness(): Promise<boolean> {
  try {
    await findOrganisation((await store()).read);
    return true;
  } catch {
    return false;
  }
}
