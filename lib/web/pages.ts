import "server-only";
import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { AppError } from "@/lib/model/errors";

/** For pages: what is missing and what may not be seen look the same (AZ-5). */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) notFound();
    throw error;
  }
}

/** One key per drawn form (CC-2). */
export const newSubmission = (): string => randomUUID();

/** One value of a query string; repeated ones count once, control characters (which PostgreSQL cannot hold) not at all. */
export const param = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)?.replace(/\p{Cc}/gu, "") || undefined;
