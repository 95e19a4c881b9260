import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { chooseByWords, fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-11-10T12:00:00+06:00";
const people = staff();
const taken = { place: "ALA", seized: "2019-10-22T10:00", detentionKind: "administrative_arrest", agency: "Алмалы полициясы" };

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(
    {
      ...people,
      users: [...people.users, { login: "asem", name: "Әсем Сынақ", role: "coordinator", password: PASSWORD, locale: "en" }, { login: "rita", name: "Рита Сынақ", role: "monitor", password: PASSWORD, locale: "ru" }],
      institutions: [
        { kind: "court", name: "Алматы әкімшілік соты", nameRu: "Административный суд Алматы", nameEn: "Administrative Court of Almaty", place: "ALA" },
        { kind: "facility", name: "ИВС", place: "ALA" },
        { kind: "facility", name: "Уақытша ұстау изоляторы", nameEn: "Temporary holding centre", place: "ALA" },
      ],
      cases: [
        { ...taken, key: "one", name: "Болат Отырған", heldAt: "ИВС" },
        { ...taken, key: "two", name: "Дина Отырған", heldAt: "Уақытша ұстау изоляторы" },
        { ...taken, key: "hidden", by: "other", name: "Өзге Топтың", heldAt: "ИВС" },
      ],
      orders: [{ cases: ["one", "two"], kind: "administrative_arrest", date: "2019-10-22", term: "10 days", countFrom: "seized", court: "Administrative Court of Almaty" }],
      allegations: [{ cases: ["one"], acts: ["beating"], attributedTo: "a cellmate", agency: "Алмалы полициясы", response: "no_comment" }],
    },
    NOW,
  );
  await server.start(NOW);
});

async function openInstitution(page: Page, url: string, words: string): Promise<void> {
  await page.goto(`${url}/institutions?q=${encodeURIComponent(words)}`);
  await page.getByTestId("institution-table").getByTestId("institution-link").first().click();
  await expect(page).toHaveURL(/\/institutions\/[0-9a-f-]{36}$/);
}

test("an institution is named in the reader’s language, and each of its names finds it", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases?view=all&q=${encodeURIComponent("Административный суд")}`);
  await page.getByRole("link", { name: "Болат Отырған", exact: true }).click();
  await page.locator("#rulings").getByRole("link", { name: "Administrative Court of Almaty" }).click();
  await expect(page.getByTestId("page-title")).toHaveText("Administrative Court of Almaty");
  await expect(page.getByTestId("institution-nameRu")).toHaveText("Административный суд Алматы");
  await expect(page.getByTestId("section-ordered")).toContainText("Болат Отырған");
  await expect(page.getByTestId("figure-over-court")).toHaveText("2");
  await page.context().clearCookies();
  await signIn(page, server.url, "rita", PASSWORD);
  await openInstitution(page, server.url, "administrative court");
  await expect(page.getByTestId("page-title")).toHaveText("Административный суд Алматы");
});

test("its page shows the cases and figures of the reader’s team, and keeps who alleges what", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await openInstitution(page, server.url, "ИВС");
  await expect(page.getByTestId("figure-held")).toHaveText("1");
  await expect(page.getByTestId("figure-overdue")).toHaveText("1");
  await expect(page.getByTestId("section-held-now")).toContainText("Болат Отырған");
  await expect(page.locator("main")).not.toContainText("Өзге");
  await expect(page.getByTestId("action-edit")).toHaveCount(0);
  await openInstitution(page, server.url, "Алмалы");
  await expect(page.getByTestId("alleged-beating")).toContainText("Alleged by a cellmate");
  await expect(page.getByTestId("section-taken")).toContainText("Дина Отырған");
});

test("a movement is recorded with its standing in law and by whose decision", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/institutions`);
  await page.getByTestId("action-new-institution").click();
  await expect(page).toHaveURL(/\/institutions\/new$/);
  await send(page, { kind: "movement", name: "Таңдау қозғалысы", nameEn: "Choice movement", "spellings.0.text": "ТҚ", status: "banned", legalStatus: "by a court decision" });
  await expect(page.getByTestId("institution-status")).toHaveText("banned");
  await expect(page.getByTestId("institution-legalStatus")).toHaveText("by a court decision");
  expect(await barriers(page)).toEqual([]);
  await page.getByTestId("action-edit").click();
  await fill(page, { parent: "Жоқ нәрсе", note: "kept" });
  await submit(page);
  await expect(page.locator("main")).toContainText("No institution is recorded under this name");
  await expect(page.locator('main [name="note"]')).toHaveValue("kept");
  expect(await barriers(page)).toEqual([]);
});

test("two records of one institution are merged after a look at what moves, and the old address leads on", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await openInstitution(page, server.url, "ИВС");
  const old = page.url();
  await expect(page.getByTestId("action-merge")).toHaveCount(0);
  expect((await page.goto(`${old}/merge`))?.status()).toBe(404);
  await page.context().clearCookies();
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(`${old}/merge`);
  expect(await barriers(page)).toEqual([]);
  await page.getByTestId("field-q").fill("holding centre");
  await page.getByTestId("action-search").click();
  await page.getByTestId("merge-offered").getByRole("link", { name: "Temporary holding centre" }).click();
  const sides = page.getByTestId("merge-side");
  await expect(sides.nth(0).getByTestId("moves-cases")).toContainText("1");
  await expect(sides.nth(1).getByTestId("moves-cases")).toContainText("1");
  await expect(page.locator("main")).toContainText("A merge cannot be undone.");
  expect(await barriers(page)).toEqual([]);
  await send(page, { keep: "other" });
  await expect(page.getByTestId("page-title")).toHaveText("Temporary holding centre");
  await expect(page.getByTestId("institution-spellings")).toHaveText("ИВС");
  await expect(page.getByTestId("figure-held")).toHaveText("2");
  const kept = page.url();
  await page.goto(old);
  await expect(page).toHaveURL(kept);
  await page.getByTestId("section-held-now").getByRole("link", { name: /Болат Отырған/ }).click();
  await expect(page.getByTestId("case-where")).toContainText("Temporary holding centre");
  await page.goto(`${page.url()}/history`);
  await expect(page.getByTestId("history")).toContainText("merged an institution into another");
});

test("a place is found by the name that it bore before, and says where it lies in numbers", async ({ page, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(`${server.url}/places?q=${encodeURIComponent("Нур-Султан")}`);
  await page.getByTestId("place-row-AST").getByRole("link").click();
  await expect(page.getByTestId("place-otherNames")).toContainText("Нұр-Сұлтан");
  await expect(page.getByTestId("place-coordinates")).toHaveText("51.17° N, 71.45° E");
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${server.url}/places/new`);
  await fill(page, { nameKk: "Медеу", nameRu: "Медеу", nameEn: "Medeu", kind: "district", code: "MDU", country: "KZ", zone: "Asia/Almaty", latitude: "143.1" });
  await chooseByWords(page, "parentId", "Almaty");
  await submit(page);
  await expect(page.locator("main")).toContainText("between −90 and 90");
  await send(page, { latitude: "43,16", longitude: "77.06" });
  await expect(page.getByTestId("place-coordinates")).toHaveText("43.16° N, 77.06° E");
  await page.getByTestId("place-parentId").getByRole("link").click();
  await expect(page.getByTestId("section-parts")).toContainText("Medeu");
  await expect(page.getByTestId("section-institutions")).toContainText("Administrative Court of Almaty");
});

test("works without JavaScript", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(`${server.url}/institutions/new`);
  await page.locator('[name="kind"]').selectOption("media");
  await page.locator('[name="name"]').fill("Газет");
  await page.locator('[name="spellings.1.text"]').fill("Апталық газет");
  await page.locator("main").getByTestId("submit").click();
  await expect(page.getByTestId("institution-spellings")).toHaveText("Апталық газет");
  await context.close();
});
