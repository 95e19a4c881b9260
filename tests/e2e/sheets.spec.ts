import type { Page } from "@playwright/test";
import writeExcelFile from "write-excel-file/node";
import { readSheet } from "../../lib/documents/sheet-read";
import { barriers } from "./support/barriers";
import { fill, send, signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
});

const reached = async (page: Page) => {
  expect(await barriers(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
};

type Sheet = { headings: string[]; rows: string[][] };
const fetched = async (page: Page): Promise<Sheet> => {
  const href = (await page.getByTestId("sheet-ready").locator("a").getAttribute("href")) ?? "";
  const response = await page.request.get(new URL(href, page.url()).toString());
  expect(response.headers()["content-disposition"]).toMatch(/^attachment; filename="erkin-sheet-\d{4}-\d\d-\d\d\.xlsx"$/);
  const read = await readSheet(await response.body());
  if (!read.ok) throw new Error(read.code);
  const [headings = [], ...rows] = read.rows;
  return { headings, rows };
};
const written = ({ headings, rows }: Sheet): Promise<Buffer> => writeExcelFile([headings, ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
const bring = async (page: Page, url: string, buffer: Buffer) => {
  await page.goto(`${url}/sheets`);
  await page.getByTestId("field-file").setInputFiles({ name: "түзетілген.xlsx", mimeType: XLSX, buffer });
  await page.getByTestId("bring-sheet-form").getByTestId("submit").click();
};
const lawyerIs = async (page: Page, url: string, caseId: string, lawyer: string) => {
  await page.goto(`${url}/cases/${caseId}/edit`);
  await send(page, { lawyer });
};

for (const scripted of [true, false]) {
  test(`a sheet goes out, is edited elsewhere, and comes back ${scripted ? "" : "without JavaScript "}past what somebody saved meanwhile`, async ({ browser, server }) => {
    const context = await browser.newContext({ javaScriptEnabled: scripted, viewport: scripted ? { width: 360, height: 800 } : { width: 1440, height: 900 } });
    const page = await context.newPage();
    await signIn(page, server.url, "dana", PASSWORD);
    await page.goto(`${server.url}/cases?view=all`);
    await page.getByTestId("action-sheet").click();
    await expect(page.getByTestId("take-sheet-form")).toBeVisible();
    if (scripted) await reached(page);
    const asked = page.locator('main [name="password"]');
    await send(page, { reason: "A journey without a network", ...((await asked.count()) > 0 ? { password: PASSWORD } : {}) });
    await expect(page.getByTestId("sheet-ready")).toBeVisible();
    if (scripted) await reached(page);

    const sheet = await fetched(page);
    const at = (heading: string) => sheet.headings.indexOf(heading);
    const [one = [], two = []] = sheet.rows;
    const [first = "", second = ""] = [one[1], two[1]];
    const mine = scripted ? "Айгүл Нұрова" : "Дәурен Сынақов";
    one[at("Lawyer")] = mine;
    one[at("Sex")] = "?!";
    two[at("Note")] = `=1+1 ${mine}`;
    await lawyerIs(page, server.url, first, `Meanwhile ${mine}`);

    await bring(page, server.url, await written(sheet));
    await expect(page.getByTestId("compare-form")).toBeVisible();
    const conflict = page.locator('[data-verdict="conflict"]');
    await expect(conflict).toHaveCount(1);
    await expect(conflict.getByTestId("cell-now")).toHaveText(`Meanwhile ${mine}`);
    await expect(conflict.getByTestId("cell-mine")).toHaveText(mine);
    await expect(page.locator('[data-verdict="refused"]').getByTestId("cell-problem")).toHaveText(/not in the list/);
    await expect(page.locator('[data-verdict="changed"]')).toHaveCount(1);
    if (scripted) await reached(page);

    // Without a choice nothing is saved.
    await page.getByTestId("compare-form").getByTestId("submit").click();
    await expect(page.getByTestId("error-summary")).toBeVisible();

    // Somebody saves once more while the page is open: it comes back, and asks anew.
    // From a window of their own: a tab beside this one would put it into the background, where a browser may let it rest.
    const elsewhere = await browser.newContext({ javaScriptEnabled: scripted });
    const other = await elsewhere.newPage();
    await signIn(other, server.url, "dana", PASSWORD);
    await lawyerIs(other, server.url, first, `Once more ${mine}`);
    await elsewhere.close();
    await conflict.locator('input[value="sheet"]').check();
    await page.getByTestId("compare-form").getByTestId("submit").click();
    await expect(page.getByTestId("sheet-again")).toBeVisible();
    await expect(conflict.getByTestId("cell-now")).toHaveText(`Once more ${mine}`);
    await expect(conflict.locator("input:checked")).toHaveCount(0);

    await conflict.locator('input[value="sheet"]').check();
    await page.getByTestId("compare-form").getByTestId("submit").click();
    await expect(page.getByTestId("sheet-applied")).toContainText("2 cells");
    await page.goto(`${server.url}/cases/${first}/edit`);
    await expect(page.locator('[name="lawyer"]')).toHaveValue(mine);
    await page.goto(`${server.url}/cases/${second}/edit`);
    await expect(page.locator('[name="note"]')).toHaveValue(`=1+1 ${mine}`);
    await context.close();
  });
}

test("what is no sheet of ours is refused with the reason, and a sheet can be thrown away", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await bring(page, server.url, Buffer.from("no sheet at all"));
  await expect(page.getByTestId("sheet-problem")).toContainText("no XLSX file");
  await bring(page, server.url, await written({ headings: ["Name"], rows: [["Somebody"]] }));
  await expect(page.getByTestId("sheet-problem")).toContainText("hidden columns");
  await page.goto(`${server.url}/sheets/new?view=all`);
  await fill(page, { reason: "x" });
  const asked = page.locator('main [name="password"]');
  await send(page, { reason: "x", ...((await asked.count()) > 0 ? { password: PASSWORD } : {}) });
  const sheet = await fetched(page);
  const [one = []] = sheet.rows.splice(0, 2);
  one[sheet.headings.indexOf("Lawyer")] = "Somebody else";
  await bring(page, server.url, await written({ ...sheet, rows: [one, ["", "", "", "", "Somebody new"]] }));
  await expect(page.getByTestId("sheet-notes")).toContainText("Row 3 has no id");
  await page.getByTestId("discard").locator("summary").click();
  await page.getByTestId("discard-form").getByTestId("submit").click();
  await expect(page.getByTestId("sheet-discarded")).toBeVisible();
});

test("monitors may bring sheets back but not take them out; viewers see neither", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  await expect(page.getByTestId("action-sheet")).toHaveCount(0);
  expect((await page.goto(`${server.url}/sheets/new`))?.status()).toBe(404);
  expect((await page.goto(`${server.url}/sheets`))?.status()).toBe(200);
});
