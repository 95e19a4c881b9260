import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "erkin-test-"));
process.env.DATA_DIR = folder;

// Documents are drawn in a process of their own only where the test is about that (tests/documents): it asks for the real thing.
vi.mock("@/lib/documents/draw", () => import("./support/draw-here"));

/** Whatever reaches console.error during a test is a failure of that test. */
const complaints: unknown[][] = [];
beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, "error").mockImplementation((...said: unknown[]) => void complaints.push(said));
});
afterEach(() => {
  vi.useRealTimers();
  delete process.env.ERKIN_NOW;
  vi.restoreAllMocks();
  expect(complaints, "console.error must stay silent").toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
