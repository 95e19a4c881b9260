import { expect, it } from "vitest";
import { z } from "zod";
import { permissions } from "@/lib/model/permissions";
import { actionRights } from "../scripts/action-rights";
import { routeRights } from "../scripts/route-rights";
import { allFiles, sources } from "./support/sources";

it("every page and route has a declared right, and nothing else has", () => {
  const addresses = allFiles().flatMap((file) => /^app(\/.*)?\/(page|route)\.tsx?$/.exec(file)?.slice(1, 2) ?? []).map((folder) => folder.replace(/\/\([^)]+\)/g, "") || "/");
  const declared = Object.keys(routeRights).filter((address) => !address.startsWith("/_") && address !== "/icon.svg");
  expect(declared.sort()).toEqual(addresses.sort());
});

it("every server action has a declared right and form, and nothing else has", () => {
  const exported = sources().filter(({ file, text }) => file.startsWith("app/") && /^"use server"/.test(text)).flatMap(({ text }) => [...text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name));
  expect(Object.keys(actionRights).sort()).toEqual(exported.sort());
});

it("every right is a permission or says that none is needed, and every form has a schema that can be shown", () => {
  for (const right of [...Object.values(routeRights), ...Object.values(actionRights).map((action) => action.right)]) expect([...Object.keys(permissions), "signed-in", "public", "api-token"]).toContain(right);
  for (const [name, { input }] of Object.entries(actionRights)) {
    if (input) expect(z.toJSONSchema(input({ today: "2000-01-01" }), { io: "input", unrepresentable: "any" }), name).toMatchObject({ type: "object", additionalProperties: false });
  }
});

it("every page behind sign-in asks who is there before anything else", () => {
  const guarded = sources().filter(({ file }) => /^app\/\(app\)\/.*page\.tsx$|^app\/\(app\)\/page\.tsx$/.test(file));
  expect(guarded.length).toBeGreaterThan(20);
  expect(guarded.filter(({ text }) => !/await requireSignedIn\(/.test(text)).map(({ file }) => file)).toEqual([]);
});
