import "server-only";
import { claimDataFolder } from "@/db/instance-lock";
import { findOrganisation } from "@/db/queries/organisation";
import { store } from "@/db/store";
import { env } from "@/lib/env";

/** Whether storage opens and answers. */
export async function readiness(): Promise<boolean> {
  try {
    await findOrganisation((await store()).read);
    return true;
  } catch {
    return false;
  }
}

const claims = globalThis as typeof globalThis & { erkinClaim?: { release: () => void } };

/** Keeps the data folder to this process for as long as it lives; a development reload does not claim it twice. */
export function claimStorage(): void {
  claims.erkinClaim ??= claimDataFolder(env.dataDir);
}
