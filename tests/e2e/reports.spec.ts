import type { Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import mammoth from "mammoth";
import sharp from "sharp";
import { barriers } from "./support/barriers";
import { textOfPdf } from "./support/documents";
import { fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-11-03T18:00:00+06:00";
const LATER = "2019-11-10T18:00:00+06:00";
const people = staff();
const arrest = (key: string) => ({ cases: [key], kind: "administrative_arrest", date: "2019-10-30", term: "10 days", countFrom: "seized" });
const taken = { place: "ALA", seized: "2019-10-30T10:00", detentionKind: "administrative_arrest" };

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(
    {
      ...people,
      users: [...people.users, { login: "asem", name: "Әсем Сынақ", role: "coordinator", password: PASSWORD, locale: "kk" }],
      cases: [
        { ...taken, key: "one", name: "Әбдіғаппар Қасымұлы" },
        { ...taken, key: "two", name: "Һарун Ізбасаров" },
      ],
      orders: [arrest("one"), arrest("two")],
    },
    NOW,
  );
  await server.start(NOW);
});

const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function downloaded(page: Page, format: "pdf" | "docx"): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(`action-${format}`).click()]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^persons-deprived-\\d+-kk\\.${format}$`));
  return readFileSync(await file.path());
}

async function drafted(page: Page, url: string, from: string, to: string): Promise<void> {
  await page.goto(`${url}/reports`);
  await page.getByTestId("action-new-persons_deprived").click();
  await fill(page, { locale: "kk", to: "house", fromDay: from, toDay: to });
  await submit(page);
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
}

async function issued(page: Page): Promise<void> {
  const form = page.getByTestId("issue-form");
  await form.getByTestId("field-reason").fill("Апталық бюллетень");
  const password = form.getByTestId("field-password");
  if ((await password.count()) > 0) await password.fill(PASSWORD);
  await form.getByTestId("submit").click();
  await expect(page.getByTestId("saved-issued")).toBeVisible({ timeout: 60_000 });
}

let first = "";

test("the organisation puts its logo and its address on the letterhead", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/admin/organisation`);
  await page.getByTestId("field-contact").fill("Алматы, Абай даңғылы 1");
  await page.getByTestId("contact-form").getByTestId("submit").click();
  await expect(page.getByTestId("saved-letterhead")).toBeVisible();
  const logo = await sharp({ create: { width: 300, height: 100, channels: 3, background: "#563ba0" } }).png().toBuffer();
  await page.getByTestId("field-logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo });
  await page.getByTestId("submit-logo").click();
  await expect(page.getByTestId("logo-now")).toBeVisible();
  await page.getByTestId("field-logo").setInputFiles({ name: "logo.svg", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await page.getByTestId("submit-logo").click();
  await expect(page.getByTestId("logo-problem")).toBeVisible();
});

test("a bulletin is drafted, completed by hand, issued, downloaded and read", async ({ page, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  await drafted(page, server.url, "28.10.2019", "03.11.2019");
  await expect(page.getByTestId("report-document")).toContainText("Әбдіғаппар Қасымұлы");
  await expect(page.getByTestId("report-document")).toContainText("Абай даңғылы");
  const closing = page.getByTestId("text-form-closing");
  await closing.getByTestId("field-text").fill("Келесі бюллетень бір аптадан кейін.");
  await page.getByTestId("text-form-opening").getByTestId("field-text").fill("Осы аптада екі адам ұсталды: ә ғ қ ң ө ұ ү һ і.");
  await page.getByTestId("text-form-opening").getByTestId("submit").click();
  await expect(page.getByTestId("saved-opening")).toBeVisible();
  // What stands in the other place is neither lost with the first one's saving nor left out of what is issued.
  await expect(closing.getByTestId("field-text")).toHaveValue("Келесі бюллетень бір аптадан кейін.");
  await page.getByTestId("issue-form").getByTestId("field-reason").fill("Апталық бюллетень");
  const proof = page.getByTestId("issue-form").getByTestId("field-password");
  if ((await proof.count()) > 0) await proof.fill(PASSWORD);
  await page.getByTestId("issue-form").getByTestId("submit").click();
  await expect(page.getByTestId("issue-form").getByTestId("form-error")).toContainText("сақталмаған мәтін бар");
  await closing.getByTestId("submit").click();
  await expect(page.getByTestId("saved-closing")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await issued(page);
  first = new URL(page.url()).pathname;
  await expect(page.getByTestId("report-number")).toHaveText("№ 1 бюллетень");
  const pdf = await downloaded(page, "pdf");
  const text = textOfPdf(pdf);
  for (const part of ["Осы аптада екі адам ұсталды: ә ғ қ ң ө ұ ү һ і.", "Келесі бюллетень бір аптадан кейін.", "Һарун Ізбасаров", "№ 1 бюллетень", "Абай даңғылы"]) expect(text).toContain(part);
  await expect(page.getByTestId("hash-pdf")).toHaveText(createHash("sha256").update(pdf).digest("hex"));
  const docx = await downloaded(page, "docx");
  expect((await mammoth.extractRawText({ buffer: docx })).value).toContain("Әбдіғаппар Қасымұлы");
  await expect(page.getByTestId("hash-docx")).toHaveText(createHash("sha256").update(docx).digest("hex"));
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await wide(page)).toBe(0);
});

test("a case is released, the first bulletin stays as it was, and the second says what changed", async ({ page, server }) => {
  await server.stop();
  await server.start(LATER);
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(server.url + first);
  const before = await downloaded(page, "pdf");
  await page.goto(`${server.url}/cases?view=all&q=${encodeURIComponent("Һарун")}`);
  await page.getByTestId(/^case-row-/).getByRole("link", { name: "Һарун Ізбасаров", exact: true }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/moments/new`);
  await page.getByTestId("field-kind").selectOption("released");
  await send(page, { when: "09.11.2019 10:00" });
  await page.goto(server.url + first);
  expect((await downloaded(page, "pdf")).equals(before)).toBe(true);
  await page.getByTestId("action-compare-now").click();
  await expect(page.getByTestId("compare-sentence")).toContainText("1 адам босатылды");
  await drafted(page, server.url, "04.11.2019", "10.11.2019");
  await issued(page);
  await page.getByTestId("action-compare-1").click();
  await expect(page.getByTestId("compare-sentence")).toHaveText(/^№ 1 бюллетеньнен бері: 1 адам босатылды, 1 адамның мерзімі өтті\.$/);
  expect(await barriers(page)).toEqual([]);
  await page.goBack();
  await expect(page.getByTestId("report-document")).toContainText("№ 1 бюллетеньнен бері: 1 адам босатылды, 1 адамның мерзімі өтті.");
});

test("a withdrawn bulletin stays to be seen with its reason", async ({ page, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(server.url + first);
  await page.getByTestId("action-withdraw").click();
  await page.getByTestId("withdraw-form").getByTestId("field-reason").fill("Қате күн");
  await page.getByTestId("withdraw-form").getByTestId("submit").click();
  await expect(page.getByTestId("withdrawn-notice")).toContainText("Қате күн");
  await page.goto(`${server.url}/reports`);
  await expect(page.getByTestId("issued-table").getByRole("deletion")).toHaveText("№ 1 бюллетень");
  expect(await barriers(page)).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what is typed into a draft and not saved is seen to be missing before it is issued, and what is saved is in it", async ({ page, server }) => {
    await signIn(page, server.url, "asem", PASSWORD);
    await drafted(page, server.url, "2019-10-28", "2019-11-03");
    const draft = page.url();
    const slot = page.locator("[data-testid^='text-form-']").first();
    await slot.locator("textarea").fill("Сақталмаған сөйлем.");
    // A form that would leave it out is not there to be sent.
    await expect(page.getByTestId("issue-form")).toHaveCount(0);
    await page.getByTestId("action-look").click();
    await expect(page.getByTestId("last-look")).toBeVisible();
    await expect(page.getByTestId("report-document")).not.toContainText("Сақталмаған сөйлем.");
    await expect(page.getByTestId("report-document").locator("textarea, [data-testid='report-gap']")).toHaveCount(0);
    await page.getByTestId("action-back").click();
    await expect(page).toHaveURL(draft);
    await slot.locator("textarea").fill("Сақталған сөйлем.");
    await slot.getByTestId("submit").click();
    await page.getByTestId("action-look").click();
    await expect(page.getByTestId("report-document")).toContainText("Сақталған сөйлем.");
    await issued(page);
    await expect(page.getByTestId("report-document")).toContainText("Сақталған сөйлем.");
  });
});
