import { parse } from "csv-parse/sync";
import type { Page } from "@playwright/test";
import { foundingScenario } from "@/lib/services/sample-founding";
import { fill, send, signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

const FRIDAY = "2019-11-01T09:00:00+06:00";
const TUESDAY = "2019-11-05T09:00:00+06:00";

test.describe.configure({ mode: "serial" });

let page: Page;
let url: string;
const at = (path: string) => page.goto(`${url}${path}`);
const figure = (view: string) => page.getByTestId(`figure-${view}`);
const complaints: string[] = [];

test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  server.seed({ ...staff(), ...foundingScenario }, FRIDAY);
  await server.start(FRIDAY);
  url = server.url;
  page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  listen(page, complaints);
  await signIn(page, url, "dana", PASSWORD);
});
test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
test.afterAll(async () => page.close());

test("on Friday morning exactly the five are outstanding, due on Monday as stated", async () => {
  await at("/");
  await expect(figure("outstanding")).toHaveText("5");
  await expect(figure("overdue")).toHaveText("0");
  await expect(figure("due_today")).toHaveText("0");
  await expect(figure("next7")).toHaveText("5");
  const rows = page.getByTestId(/^case-row-ALA-2019-/);
  await expect(rows).toHaveCount(5);
  for (const row of await rows.all()) {
    await expect(row).toContainText("4 Nov");
    await expect(row).toContainText(/stated/i);
    await expect(row).not.toContainText(/overdue/i);
  }
  await expect(page.locator("main")).not.toContainText("Жексебаев");
});

test("he is found by any spelling, in any letter case", async () => {
  for (const q of ["жексебаев", "ЖЕКСЕБАЕВ", "Zheksebayev", "jekseb"]) {
    await at(`/cases?view=all&q=${encodeURIComponent(q)}`);
    await expect(page.getByTestId(/^case-row-/)).toHaveCount(1);
  }
});

test("the list is taken away as a file", async () => {
  await at("/");
  await page.getByTestId("action-export").click();
  await expect(page.getByTestId("field-view")).toHaveValue("outstanding");
  await fill(page, { to: "internal", format: "csv" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("export-summary")).toBeVisible();
  await send(page, { reason: "the list of Friday morning", password: PASSWORD });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("action-fetch").click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text.startsWith("\u{feff}")).toBe(true);
  const records = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  expect(records).toHaveLength(5);
  for (const record of records) expect(Object.values(record).join(" ")).toMatch(/ALA-2019-\d{4}.*2019-11-04/);
});

test("on Tuesday, with nothing recorded since, the five are overdue: release not confirmed", async ({ server }) => {
  await server.restart(TUESDAY);
  url = server.url;
  await at("/");
  await expect(figure("outstanding")).toHaveText("5");
  await expect(figure("overdue")).toHaveText("5");
  await page.getByTestId("count-overdue").click();
  const rows = page.getByTestId(/^case-row-ALA-2019-/);
  await expect(rows).toHaveCount(5);
  for (const row of await rows.all()) await expect(row).toContainText("release not confirmed");
});

test("the history of all this is whole, and the verifier says so while the server runs", async ({ server }) => {
  const { status, output } = server.command("audit", ["verify", "--json"]);
  expect(output).toContain('"ok":true');
  expect(status).toBe(0);
});
