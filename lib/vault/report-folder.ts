import "server-only";
import path from "node:path";
import { env } from "@/lib/env";

/** Where the file of an issued report lies, sealed as evidence is. Names on the disk are random ids. */
export const reportPath = (fileId: string): string => path.join(env.dataDir, "reports", path.basename(fileId));
