import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { claimDataFolder } from "@/db/instance-lock";
import { store } from "@/db/store";
import { env } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { heapOptions } from "./heap";
import { preflight } from "./preflight";
import { prepareData, setupLink } from "./prepare";

preflight();
const development = process.argv.includes("--dev");
if (!development) buildIfNeeded();
const link = await prepared();

if (link) console.log(`\nFirst start. Open this link once to create the first administrator:\n\n  ${link}\n`);
else console.log(`\nErkin: ${env.appOrigin ?? `http://127.0.0.1:${env.port}`}\n`);

// Next itself and nothing between: whoever stops this process stops the server, and knows when it has ended.
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const server = spawn(process.execPath, [next, development ? "dev" : "start", "-H", env.host, "-p", String(env.port)], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, PORT: String(env.port), NEXTAUTH_URL: env.appOrigin ?? `http://127.0.0.1:${env.port}`, NEXT_TELEMETRY_DISABLED: "1", ...(development ? {} : { NODE_OPTIONS: heapOptions() }) },
});
/** Requests under way are let finish for so long; a browser that holds its line open must not keep the data folder locked. */
const GRACE_MS = 8000;
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopping = true;
    server.kill(signal);
    setTimeout(() => server.kill("SIGKILL"), GRACE_MS).unref();
  });
}
server.on("exit", (code) => process.exit(code ?? (stopping ? 0 : 1)));

/** Brings the data folder up to date and answers the link of the first start; whatever is wrong with it ends the process with a sentence. */
async function prepared(): Promise<string | undefined> {
  try {
    // Held while the schema is prepared; the server process claims the folder again for itself.
    const claim = claimDataFolder(env.dataDir);
    await prepareData();
    const first = await setupLink();
    await (await store()).close();
    claim.release();
    return first;
  } catch (error) {
    console.error(`Erkin cannot start: ${error instanceof Error ? error.message : String(error)}`);
    return process.exit(1);
  }
}
