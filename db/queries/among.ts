import { inArray, is, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/store";

/** Whether this is the embedded engine. */
export const isEmbedded = (tx: Reader): boolean => is(tx, BaseSQLiteDatabase);

/**
 * That a column of text holds one of some hundred values, as a statement that stays the same however many they are: to write out and compile
 * one with a parameter for each takes longer than SQLite takes to look them up.
 */
export const among = (tx: Reader, column: AnyColumn, values: readonly string[]): SQL =>
  isEmbedded(tx) ? sql`${column} in (select value from json_each(${JSON.stringify(values)}))` : inArray(column, [...values]);
