import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimDataFolder } from "@/db/instance-lock";
import { settingProblem } from "@/lib/env";
import { ensureKey, subKey } from "@/lib/vault/keys";

const settings = ["APP_ORIGIN", "PORT", "ERKIN_NOW", "DB_DIALECT", "DATABASE_URL", "DATA_DIR", "SMTP_URL", "MAIL_FROM", "BACKGROUND_REST_MS"] as const;
const before = Object.fromEntries(settings.map((name) => [name, process.env[name]]));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "erkin-settings-"));
  process.env.DATA_DIR = folder;
});
afterEach(() => {
  for (const name of settings) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe("settings with which nothing is served", () => {
  it.each([
    ["APP_ORIGIN", "erkin.example.org", /address that people open/],
    ["APP_ORIGIN", "ftp://erkin.example.org", /address that people open/],
    ["APP_ORIGIN", "https://Erkin.example.org:443/app", /written as https:\/\/erkin\.example\.org,/],
    ["APP_ORIGIN", "http://erkin.example.org", /must begin with https/],
    ["APP_ORIGIN", "http://192.168.1.5:3000", /must begin with https/],
    ["PORT", "a lot", /^PORT/],
    ["PORT", "70000", /^PORT/],
    ["ERKIN_NOW", "yesterday", /^ERKIN_NOW/],
    ["DB_DIALECT", "postgres", /DATABASE_URL/],
    ["BACKGROUND_REST_MS", "a second", /^BACKGROUND_REST_MS/],
    ["BACKGROUND_REST_MS", "0", /^BACKGROUND_REST_MS/],
  ])("%s=%s", (name, value, sentence) => {
    process.env[name] = value;
    expect(settingProblem()).toMatch(sentence);
  });

  it.each([
    ["mail.example.org", "a@example.org", /^SMTP_URL must be/],
    ["http://mail.example.org", "a@example.org", /^SMTP_URL must be/],
    ["smtp://user:100%@mail.example.org", "a@example.org", /write % itself as %25/],
    ["smtps://mail.example.org", "", /^MAIL_FROM/],
    ["smtps://mail.example.org", "Erkin <a@example.org>", /^MAIL_FROM/],
    ["smtps://user:p%40ss@mail.example.org", "a@example.org", undefined],
    ["smtp://127.0.0.1:2525", "a@example.org", undefined],
  ])("SMTP_URL=%s MAIL_FROM=%s", (url, from, sentence) => {
    Object.assign(process.env, { SMTP_URL: url, MAIL_FROM: from });
    if (sentence) expect(settingProblem()).toMatch(sentence);
    else expect(settingProblem()).toBeUndefined();
  });

  it.each(["https://erkin.example.org", "https://erkin.example.org/", "https://erkin.example.org:8443", "http://localhost:3000", "http://127.0.0.1:3000", "http://abcdefghij234567.onion"])("APP_ORIGIN=%s will do", (origin) => {
    process.env.APP_ORIGIN = origin;
    expect(settingProblem()).toBeUndefined();
  });
});

describe("the key", () => {
  it("is made once, and never again for an Erkin that is in use", () => {
    expect(() => ensureKey(true)).toThrow("secret.key is missing");
    ensureKey();
    const made = subKey("session");
    ensureKey(true);
    expect(subKey("session")).toBe(made);
  });

  it.each(["", "c2hvcnQ=", "not base64 at all!"])("must be whole: %j", (text) => {
    writeFileSync(path.join(folder, "secret.key"), text);
    expect(() => ensureKey()).toThrow("secret.key is too short");
  });
});

describe("the data folder", () => {
  it("that another process holds is named, and why", () => {
    const claim = claimDataFolder(folder);
    expect(() => claimDataFolder(folder)).toThrow("another Erkin is already using");
    claim.release();
  });

  it("that is a file, or holds no database, cannot be used", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    expect(() => claimDataFolder(file)).toThrow("cannot be read and written");
    writeFileSync(path.join(folder, "instance.lock"), "this is no database, and long enough to be seen as none ".repeat(20));
    expect(() => claimDataFolder(folder)).toThrow("cannot be read and written");
  });
});
