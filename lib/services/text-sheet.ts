import "server-only";

export { textSheet } from "@/lib/documents/text-sheet";
