import "server-only";
import { settingProblem } from "@/lib/env";
import { assertZoneData } from "@/lib/release/zone-check";
import { startBackground } from "@/lib/services/background";
import { claimStorage, readiness } from "@/lib/services/health";
import { subKey } from "@/lib/vault/keys";

/** Everything that must hold before the first request: key, zone data, storage. Any failure ends the process. */
export async function prepareServer(): Promise<void> {
  try {
    const problem = settingProblem();
    if (problem) throw new Error(problem);
    subKey("session");
    assertZoneData();
    claimStorage();
    if (!(await readiness())) throw new Error("the database does not open");
    startBackground();
  } catch (error) {
    console.error(`Erkin cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
