import { expect, it } from "vitest";
import { batchIds } from "@/lib/services/import-ids";

it("are UUIDs of version 8 that lie beside each other in the order in which they were given, each once", () => {
  const nextId = batchIds();
  const ids = Array.from({ length: 70_000 }, nextId);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id.slice(20))).size).toBe(ids.length);
  expect(batchIds()().slice(0, 8)).not.toBe(ids[0]?.slice(0, 8));
});
