import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { request as open } from "node:http";
import sharp from "sharp";
import type { Browser, Page } from "@playwright/test";
import { openFirstCase, signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import type { Server } from "./support/server";
import { expect, test } from "./support/test";

const NOW = "2019-11-01T09:00:00+06:00";
const MEGABYTE = 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let casePage = "";
let addFiles = "";

test.beforeAll(async ({ server, browser }) => {
  await server.fresh();
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
  const page = await (await browser.newContext()).newPage();
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  await openFirstCase(page);
  casePage = page.url();
  addFiles = `${server.url}/files/new?type=case&id=${casePage.split("/").at(-1)}`;
  await page.context().close();
});

const photo = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "#406080" } }).withExif({ IFD0: { Make: "CANARY" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "43/1 14/1 0/1" } }).jpeg().toBuffer();

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByTestId("field-files").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

const stateOf = (page: Page, name: string) => page.getByTestId("upload").filter({ hasText: name });

/** Somebody of their own, whose broken lines are no complaint. */
async function someone(browser: Browser, server: Server, login: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await signIn(page, server.url, login, PASSWORD);
  return page;
}

test("a photograph is sent from the page of a case, seen, taken away as it was, and withdrawn", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(casePage);
  await page.getByTestId("action-add-files").click();
  const bytes = await photo();
  await choose(page, "сурет.jpg", bytes);
  await expect(stateOf(page, "сурет.jpg")).toHaveAttribute("data-state", "done");
  await page.getByTestId("action-open").click();
  await expect(page.getByTestId("file-sha256")).toHaveText(sha256(bytes));
  const picture = page.getByTestId("file-preview");
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
  const download = page.waitForEvent("download");
  await page.getByTestId("action-download").click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("сурет.jpg");
  expect(readFileSync(await saved.path()).equals(bytes)).toBe(true);
  await page.reload();
  const custody = page.getByTestId("audit-sentence");
  await expect(custody.filter({ hasText: "downloaded the original" })).toHaveCount(1);
  await expect(custody.filter({ hasText: "viewed a file" })).not.toHaveCount(0);
  await page.getByTestId("withdraw-file").locator("summary").click();
  await page.getByTestId("withdraw-form").locator('[name="reason"]').fill("another person");
  await page.getByTestId("withdraw-form").getByTestId("submit").click();
  await expect(page.getByTestId("withdrawn")).toContainText("another person");
  await page.goto(casePage);
  await expect(page.getByTestId("evidence-files").locator("del")).toContainText("сурет.jpg");
  await page.goto(`${server.url}/files?q=сурет`);
  await expect(page.getByTestId(/^file-row-/)).not.toHaveCount(0);
});

test("a broken line, a closed page: the same file goes on where it stopped", async ({ browser, server }) => {
  const page = await someone(browser, server, "marat");
  const bytes = randomBytes(20 * MEGABYTE + 7);
  await page.goto(addFiles);
  await page.route(/upload\?offset=8388608$/, (route) => route.abort());
  await choose(page, "film.bin", bytes);
  await expect(stateOf(page, "film.bin")).toHaveAttribute("data-state", "lost", { timeout: 60_000 });
  await page.unrouteAll();
  await page.goto(addFiles);
  const offsets: string[] = [];
  page.on("request", (request) => void (request.method() === "PUT" && offsets.push(new URL(request.url()).searchParams.get("offset") ?? "")));
  await choose(page, "film.bin", bytes);
  await expect(stateOf(page, "film.bin")).toHaveAttribute("data-state", "done", { timeout: 60_000 });
  expect(offsets).toEqual(["8388608", "16777216"]);
  await page.getByTestId("action-open").click();
  await expect(page.getByTestId("file-sha256")).toHaveText(sha256(bytes));
  await page.context().close();
});

test("several files wait for each other; one is paused, taken up again, and another is cancelled", async ({ browser, server }) => {
  const page = await someone(browser, server, "marat");
  await page.goto(addFiles);
  let hold = true;
  await page.route(/upload\?offset=/, async (route) => {
    while (hold) await new Promise((resolve) => setTimeout(resolve, 50));
    await route.continue().catch(() => undefined);
  });
  await page.getByTestId("field-files").setInputFiles([
    { name: "one.txt", mimeType: "text/plain", buffer: Buffer.from("one") },
    { name: "two.txt", mimeType: "text/plain", buffer: Buffer.from("two") },
  ]);
  const [one, two] = [stateOf(page, "one.txt"), stateOf(page, "two.txt")];
  await expect(one).toHaveAttribute("data-state", "sending");
  await expect(two).toHaveAttribute("data-state", "waiting");
  await two.getByTestId("action-cancel").click();
  await expect(two).toHaveAttribute("data-state", "cancelled");
  await one.getByTestId("action-pause").press("Enter");
  await expect(one).toHaveAttribute("data-state", "paused");
  hold = false;
  await one.getByTestId("action-resume").press("Enter");
  await expect(one).toHaveAttribute("data-state", "done");
  await choose(page, "virus.exe", Buffer.from("MZ"));
  await expect(stateOf(page, "virus.exe")).toContainText("Programs and scripts are not kept");
  await page.context().close();
});

test("without JavaScript a plain form does the same, and says what was wrong", async ({ browser, server }) => {
  const page = await someone(browser, server, "marat", { javaScriptEnabled: false });
  const send = async (name: string, buffer: Buffer) => {
    await page.goto(addFiles);
    await page.getByTestId("field-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByTestId("submit").click();
  };
  const bytes = Buffer.from("Куәгердің сөзі.\n".repeat(100_000));
  await send("куәгер.txt", bytes);
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId("file-sha256")).toHaveText(sha256(bytes));
  await send("a.exe", Buffer.from("MZ"));
  await expect(page.getByTestId("upload-problem")).toContainText("Programs and scripts are not kept");
  await page.context().close();
});

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

test("files of every size come back byte for byte over HTTP, and the server does not grow (K20, K21)", async ({ browser, server }) => {
  test.setTimeout(300_000);
  const page = await someone(browser, server, "marat");
  const headers = { Cookie: await cookieOf(page), Origin: server.url };
  const subject = { type: "case", id: casePage.split("/").at(-1) };
  const begin = (name: string, size: number) => fetch(`${server.url}/api/files`, { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify({ name, size, subject }) });
  const grown: number[] = [];
  for (const size of [1, 9 * MEGABYTE, 25 * MEGABYTE, 200 * MEGABYTE]) {
    const bytes = randomBytes(size);
    const before = server.memory();
    const began = performance.now();
    const { fileId, part } = (await (await begin(`${size}.bin`, size)).json()) as { fileId: string; part: number };
    for (let at = 0; at < size; at += part) {
      const piece = bytes.subarray(at, at + part);
      const answer = await fetch(`${server.url}/api/files/${fileId}/upload?offset=${at}`, { method: "PUT", headers: { ...headers, "X-Part-SHA256": sha256(piece) }, body: piece });
      expect(answer.status).toBe(200);
    }
    const finished = await fetch(`${server.url}/api/files/${fileId}/upload`, { method: "POST", headers: { ...headers, "X-File-SHA256": sha256(bytes) } });
    expect(finished.status).toBe(200);
    const answer = await fetch(`${server.url}/api/files/${fileId}/original`, { headers });
    const hash = createHash("sha256");
    for await (const chunk of answer.body ?? []) hash.update(chunk as Uint8Array);
    expect(hash.digest("hex"), `${size} bytes`).toBe(sha256(bytes));
    grown.push(server.memory() - before);
    test.info().annotations.push({ type: "seconds", description: `${size} bytes: ${((performance.now() - began) / 1000).toFixed(1)} s, ${Math.round((grown.at(-1) ?? 0) / MEGABYTE)} MB more` });
    if (size === 1) {
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
      expect([answer.headers.get("cache-control"), answer.headers.get("x-content-type-options"), answer.headers.get("content-disposition")]).toEqual(["no-store", "nosniff", expect.stringMatching(/^attachment; filename="1\.bin/)]);
    }
  }
  expect(Math.max(...grown)).toBeLessThan(100 * MEGABYTE);
  expect((await begin("huge.bin", 2048 * MEGABYTE)).status).toBe(413);

  const { fileId } = (await (await begin("slow.bin", MEGABYTE)).json()) as { fileId: string };
  expect(await trickled(`${server.url}/api/files/${fileId}/upload?offset=0`, { ...headers, "Content-Length": String(MEGABYTE) })).toBe(408);
  expect(server.command("evidence", ["verify"]).status).toBe(0);
  await page.context().close();
});

/** Sends a byte a second, and answers the status that ends this. */
function trickled(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const line = open(address, { method: "PUT", headers }, (answer) => {
      clearInterval(clock);
      resolve(answer.statusCode ?? 0);
      line.destroy();
    });
    const clock = setInterval(() => line.write("x"), 1000);
    line.on("error", reject);
  });
}
