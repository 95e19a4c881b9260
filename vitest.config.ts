import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
// The matrix is about who may what, not about storage: one engine is enough for it.
const stored = ["tests/db/**/*.test.ts", "tests/services/**/*.test.ts", "tests/authorisation.test.ts"];
const shared = { environment: "node", setupFiles: ["tests/setup.ts"] };

/** The pure tests run once; whatever touches storage runs on both engines, because the schema chooses its dialect when it loads. */
export default defineConfig({
  resolve: { alias: { "@": root, "server-only": path.join(root, "tests/support/empty.ts") } },
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { ...shared, name: "ground", include: ["tests/**/*.test.ts"], exclude: [...stored, "tests/e2e/**"] } },
      { extends: true, test: { ...shared, name: "sqlite", include: stored, exclude: ["tests/db/postgres.test.ts"], env: { DB_DIALECT: "sqlite" } } },
      { extends: true, test: { ...shared, name: "postgres", include: stored, exclude: ["tests/db/sqlite.test.ts", "tests/authorisation.test.ts"], env: { DB_DIALECT: "postgres" }, isolate: false } },
    ],
  },
});
