import "server-only";
import { assertZoneData } from "@/lib/release/zone-check";
import { claimStorage, readiness } from "@/lib/services/health";
import { subKey } from "@/lib/vault/keys";

/** Everything that must hold before the first request: key, zone data, storage. Any failure ends the process. */
export async function prepareServer(): Promise<void> {
  try {
    subKey("session");
    assertZoneData();
    claimStorage();
    if (!(await readiness())) throw new Error("the database does not open");
  } catch (error) {
    console.error(`Erkin cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
