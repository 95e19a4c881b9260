import { spawn } from "node:child_process";
import { claimDataFolder } from "@/db/instance-lock";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { preflight } from "./preflight";
import { prepareData, setupLink } from "./prepare";

preflight();
const development = process.argv.includes("--dev");
if (!development) buildIfNeeded();
// Held while the schema is prepared; the server process claims the folder again for itself.
const claim = claimed();
await prepareData();
const link = await setupLink();
await (await store()).close();
claim.release();

if (link) console.log(`\nFirst start. Open this link once to create the first administrator:\n\n  ${link}\n`);
else console.log(`\nErkin: ${env.appOrigin ?? `http://127.0.0.1:${env.port}`}\n`);

const server = spawn("npx", ["next", development ? "dev" : "start", "-H", env.host, "-p", String(env.port)], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, PORT: String(env.port), NEXTAUTH_URL: env.appOrigin ?? `http://127.0.0.1:${env.port}`, NEXT_TELEMETRY_DISABLED: "1" },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));

function claimed(): { release: () => void } {
  try {
    return claimDataFolder(env.dataDir);
  } catch (error) {
    console.error(`Erkin cannot start: ${error instanceof Error ? error.message : String(error)}`);
    return process.exit(1);
  }
}
