import path from "node:path";

/** The only reader of `process.env`. Every value is read on use, so that tests and scripts can set it first. */
const read = (name: string): string | undefined => process.env[name]?.trim() || undefined;

export const env = {
  /** Folder of the database, the secrets and the evidence. */
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
  /** The largest file that is taken as evidence, in bytes. */
  get uploadMax(): number {
    return Number(read("UPLOAD_MAX_MB") ?? 200) * 1024 * 1024;
  },
  /** Whether webhooks may call addresses of private networks, for a receiver inside the house. */
  get webhookPrivate(): boolean {
    return read("WEBHOOK_PRIVATE_NETWORKS") === "allow";
  },
  /** The server that takes our mail, from `SMTP_URL` such as `smtps://user:password@mail.example.org`; undefined where no mail is sent. */
  get smtp(): { host: string; port: number; secure: boolean; loopback: boolean; user: string; password: string } | undefined {
    const typed = read("SMTP_URL");
    if (typed === undefined || !URL.canParse(typed)) return undefined;
    const url = new URL(typed);
    const secure = url.protocol === "smtps:";
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port) || (secure ? 465 : 587), secure, loopback: LOOPBACK.includes(url.hostname), user, password };
  },
  /** The address that our mail comes from. */
  get mailFrom(): string | undefined {
    return read("MAIL_FROM");
  },
  /** The longest that work beside the requests rests between two turns, in milliseconds; undefined where each rests as long as it was made for. */
  get backgroundRest(): number | undefined {
    const typed = read("BACKGROUND_REST_MS");
    return typed === undefined ? undefined : Number(typed);
  },
  /** What a process needs that is to know nothing: on Windows no program starts without this. */
  get bareEnvironment(): NodeJS.ProcessEnv {
    const root = read("SystemRoot");
    return { NODE_ENV: "production", ...(root ? { SystemRoot: root } : {}) };
  },
  get isBuild(): boolean {
    return read("NEXT_PHASE") === "phase-production-build";
  },
};

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** The first setting with which nothing may be served (AU-11), as a sentence for whoever runs Erkin; undefined when all of them will do. */
export function settingProblem(): string | undefined {
  if (!(Number.isInteger(env.port) && env.port > 0 && env.port < 65_536)) return "PORT must be a number from 1 to 65535.";
  if (env.fixedNow !== undefined && Number.isNaN(Date.parse(env.fixedNow))) return "ERKIN_NOW must be an instant such as 2019-11-01T09:00:00+06:00.";
  if (!(env.uploadMax >= 1024 * 1024 && env.uploadMax <= 4096 * 1024 * 1024)) return "UPLOAD_MAX_MB must be a number from 1 to 4096.";
  if (env.dialect === "postgres" && !env.databaseUrl) return "DB_DIALECT is postgres, but DATABASE_URL does not say where the database is.";
  if (env.backgroundRest !== undefined && !(env.backgroundRest >= 100 && env.backgroundRest <= 3_600_000)) return "BACKGROUND_REST_MS must be a number of milliseconds from 100 to 3600000.";
  return mailProblem() ?? (env.appOrigin === undefined ? undefined : originProblem(env.appOrigin));
}

function mailProblem(): string | undefined {
  const typed = read("SMTP_URL");
  if (typed === undefined) return undefined;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") return "SMTP_URL must be the address of a mail server, such as smtps://user:password@mail.example.org.";
  if (!isDecodable(`${url.username}${url.password}`)) return "SMTP_URL holds a % that stands for no character: write % itself as %25.";
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(env.mailFrom ?? "")) return "MAIL_FROM must be the address that mail comes from, such as notices@example.org.";
  return undefined;
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

function originProblem(typed: string): string | undefined {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) return "APP_ORIGIN must be the address that people open, such as https://erkin.example.org.";
  // Browsers send the origin in this one spelling, and nothing could be saved under another.
  if (url.origin !== typed) return `APP_ORIGIN must be written as ${url.origin}, without a path, a default port or capital letters.`;
  const kept = url.protocol === "https:" || LOOPBACK.includes(url.hostname) || url.hostname.endsWith(".onion");
  return kept ? undefined : "APP_ORIGIN must begin with https://: passwords and cases would travel in the clear. Plain http:// is for this machine and onion addresses only.";
}
