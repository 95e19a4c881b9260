import { defineConfig } from "drizzle-kit";

const dialect = process.env.DB_DIALECT === "postgres" ? "postgresql" : "sqlite";

export default defineConfig({
  dialect,
  schema: "./db/schema/index.ts",
  out: dialect === "postgresql" ? "./db/migrations/postgres" : "./db/migrations/sqlite",
});
