/** Items of the menu; each has its picture in nav-icons.css. */
export const navKeys = ["dashboard", "cases", "new", "tasks", "people", "over_detention", "allegations", "events", "institutions", "sources", "files", "reports", "imports", "calculator", "rules", "account", "admin", "audit"] as const;
export type NavKey = (typeof navKeys)[number];
