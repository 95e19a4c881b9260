import path from "node:path";

/** The only reader of `process.env`. Every value is read on use, so that tests and scripts can set it first. */
const read = (name: string): string | undefined => process.env[name]?.trim() || undefined;

export const env = {
  /** Folder of the database, the secrets and (later) the evidence. */
  get dataDir(): string {
    return path.resolve(/* turbopackIgnore: true */ read("DATA_DIR") ?? "data");
  },
  get databaseUrl(): string | undefined {
    return read("DATABASE_URL");
  },
  get dialect(): "sqlite" | "postgres" {
    return read("DB_DIALECT") === "postgres" || /^postgres(ql)?:/.test(read("DATABASE_URL") ?? "") ? "postgres" : "sqlite";
  },
  get port(): number {
    return Number(read("PORT") ?? 3000);
  },
  get host(): string {
    return read("HOST") ?? "127.0.0.1";
  },
  /** The one origin that people open, e.g. `https://erkin.example.org`; unset means loopback only. */
  get appOrigin(): string | undefined {
    return read("APP_ORIGIN")?.replace(/\/$/, "");
  },
  /** Holds the domain's "now" at one instant (ISO 8601), for drills and tests; sessions and the audit log keep real time. */
  get fixedNow(): string | undefined {
    return read("ERKIN_NOW");
  },
  get isProduction(): boolean {
    return process.env.NODE_ENV === "production";
  },
  /** Whether people reach this over TLS: decides Secure cookies and HSTS. */
  get isSecure(): boolean {
    return this.appOrigin?.startsWith("https:") ?? false;
  },
  get isBuild(): boolean {
    return read("NEXT_PHASE") === "phase-production-build";
  },
};
