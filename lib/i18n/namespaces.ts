/** One file per room under `messages/<locale>/`. */
export const namespaces = ["common", "forms", "release", "law", "rules", "vocab", "access", "dashboard", "cases", "estimates", "overheld", "rulings", "calculator", "people", "consent", "timeline", "events", "imports", "sheets", "institutions", "places", "figures", "merging", "sources", "claims", "files", "upload", "allegations", "tasks", "exports", "reports", "admin", "audit"] as const;
export type Namespace = (typeof namespaces)[number];
