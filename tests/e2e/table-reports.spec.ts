import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { bytesOf, textOfDocx, textOfPdf } from "./support/documents";
import { fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-11-10T12:00:00+06:00";

test.describe.configure({ mode: "serial", timeout: 400_000 });
test.beforeAll(async ({ server }) => {
  test.setTimeout(400_000);
  await server.fresh();
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
});

/** Issues the draft on the page and reads both of its files with other programs. */
async function issued(page: Page, reason = ""): Promise<{ pdf: string; docx: string }> {
  expect(await barriers(page)).toEqual([]);
  const form = page.getByTestId("issue-form");
  if (reason !== "") await form.locator('[name="reason"]').fill(reason);
  const password = form.locator('[name="password"]');
  if (await password.isVisible()) await password.fill(PASSWORD);
  await form.getByTestId("submit").click();
  await expect(page.getByTestId("saved-issued")).toBeVisible();
  const file = async (format: "pdf" | "docx") => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(`action-${format}`).click()]);
    return bytesOf(download);
  };
  return { pdf: textOfPdf(await file("pdf")), docx: await textOfDocx(await file("docx")) };
}

test("the report of an event begins at the event and reads in Kazakh as a PDF and as a document", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/events`);
  await page.getByRole("link", { name: "26 қазандағы митинг" }).first().click();
  await page.getByTestId("action-report").click();
  await expect(page).toHaveURL(/\/reports\/new\?kind=event_report&id=/);
  await send(page, { locale: "kk", to: "house" });
  const draft = page.getByTestId("report-document");
  for (const words of ["Кімдер ұсталды", "Ішкі істер министрлігі Алматы және Астана бойынша 26 адам ұсталғанын хабарлады", "Біз 5 адам ұсталғанын тіркедік", "тыйым салынған"]) await expect(draft).toContainText(words);
  const { pdf, docx } = await issued(page, "Дирекция отырысына");
  for (const text of [pdf, docx])
    for (const words of ["26 қазандағы митинг", "Оқиға туралы есеп", "қарсаңында", "әлдеқайда көп екенін айтты", "ұрып-соғылған деп мәлімдеді", "полиция түсініктеме берген жоқ", "Бұл қалай жасалды"]) expect(text).toContain(words);
});

test("to the public it names nobody who did not agree, and shows no small figure", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/events`);
  await page.getByRole("link", { name: "Алаңдағы жиын" }).first().click();
  await page.getByTestId("action-report").click();
  await send(page, { locale: "en", to: "public", purpose: "publication" });
  const { pdf, docx } = await issued(page);
  for (const text of [pdf, docx]) {
    expect(text).toContain("× stands for a figure below 5");
    expect(text).toContain("Our own count is not told here");
    for (const name of ["Тестова", "Мысалқызы", "18:00"]) expect(text).not.toContain(name);
  }
});

test("allegations are told by body, with who says so, from the list as it is filtered", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/allegations?from=2019-10-20&to=2019-10-31`);
  await page.getByTestId("action-report").click();
  await expect(page.locator('[name="fromDay"]')).toHaveValue(/2019/);
  await send(page, { locale: "ru", to: "house" });
  const { pdf, docx } = await issued(page, "Для доклада");
  for (const text of [pdf, docx]) {
    for (const words of ["Сообщений в этом отчёте: 3", "Полиция города Алматы", "Пострадавшие, насколько известно", "Сообщается об избиении и о недопуске адвоката", "Жалоба: жалоба прокурору"]) expect(text).toContain(words);
    expect(text).toContain("которые не относятся ни к одному периоду");
  }
});

test("the statistics say how they were counted, for the house in full and outside without small figures", async ({ page, server }) => {
  await signIn(page, server.url, "dana", PASSWORD);
  await page.goto(`${server.url}/reports`);
  await page.locator('a[href*="kind=statistics_annex"]').first().click();
  await send(page, { locale: "en", to: "house", fromDay: "2019-10-01", toDay: "2019-11-10" });
  const full = await issued(page, "For the annual report");
  for (const text of [full.pdf, full.docx]) for (const words of ["By kind of detention", "Terms by court", "Мамандандырылған әкімшілік сот", "In custody per day", "How this was counted", "too long in all: at least"]) expect(text).toContain(words);
  await page.goto(`${server.url}/reports/new?kind=statistics_annex`);
  await fill(page, { locale: "kk", to: "public", fromDay: "2019-10-01", toDay: "2019-11-10" });
  await submit(page);
  await expect(page.getByTestId("report-document")).toContainText("× белгісі 5-тен кіші");
  const told = await issued(page);
  for (const text of [told.pdf, told.docx]) {
    expect(text).toContain("беске еселік ең жақын санға дейін дөңгелектелген");
  }
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});
