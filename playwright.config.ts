import { defineConfig } from "@playwright/test";

/** The browser from npm (Linux x64), else the one that CHROMIUM_PATH names, else Playwright's own. */
async function browser(): Promise<{ executablePath?: string; args: string[] }> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: [] };
  if (process.platform !== "linux" || process.arch !== "x64") return { args: [] };
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  return { executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--headless=shell"] };
}

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // Two files at a time, each with a server, a folder and ports of its own; the tests of one file build on each other.
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: ".cache/reports/browser.json" }]],
  use: { trace: "off", screenshot: "only-on-failure", viewport: { width: 1280, height: 900 }, locale: "en-GB", launchOptions: await browser() },
});
