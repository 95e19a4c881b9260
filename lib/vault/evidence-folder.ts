import "server-only";
import { mkdir, readdir, statfs } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";

const folder = (): string => path.join(env.dataDir, "evidence");

/** Names on the disk are random ids: what a file is called stands in the database only. */
export const originalPath = (id: string): string => path.join(folder(), id);
export const derivedPath = (id: string): string => path.join(folder(), `${id}.copy`);
export const partPath = (id: string): string => path.join(folder(), `${id}.part`);

/** The path of one of `evidenceNames`. */
export const evidencePath = (name: string): string => path.join(folder(), path.basename(name));

/** Names of everything in the evidence folder. */
export async function evidenceNames(): Promise<string[]> {
  try {
    return await readdir(folder());
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Whether the disk has room for `bytes` more and some to spare for the database. */
export async function hasRoom(bytes: number): Promise<boolean> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder());
  return bavail * bsize > bytes + 32 * 1024 * 1024;
}
