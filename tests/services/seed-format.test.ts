import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { seedPlaces } from "@/lib/services/setup";
import { readFixture } from "@/lib/model/seed-fixture";
import { recordFixture } from "@/lib/services/seed";
import { seedAccess } from "@/lib/services/seed-access";
import { ensureKey } from "@/lib/vault/keys";
import { freshStore } from "../support/stores";
import { setNow } from "../support/world";

it("the example of the documentation is a fixture that can be recorded", async () => {
  setNow("2026-11-22T12:00:00+05:00");
  ensureKey();
  await freshStore();
  await seedPlaces();
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(readFileSync(path.resolve(import.meta.dirname, "../../docs/seed-format.md"), "utf8")) ?? [];
  const read = readFixture(JSON.parse(example), { today: "2026-11-22" });
  expect(read).toMatchObject({ ok: true });
  if (read.ok) expect(await recordFixture(read.fixture, await seedAccess(read.fixture))).toMatchObject({ cases: 6, orders: 1, allegations: 2, citations: 1 });
});
