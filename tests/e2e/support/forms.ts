import { expect, type Page } from "@playwright/test";

export type Typed = Record<string, string | readonly string[]>;

/** Fills the form on the page by the names of its fields, whatever kind they are. */
export async function fill(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const control = page.locator(`main [name="${name}"]`);
    const kind = await control.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()));
    if (kind === "select") await control.selectOption(value as string);
    else if (kind === "radio") await control.and(page.locator(`[value="${String(value)}"]`)).check();
    else if (kind === "checkbox") for (const each of [value].flat()) await control.and(page.locator(`[value="${each}"]`)).check();
    else await control.fill(value as string);
  }
}

export const submit = (page: Page, form?: string) => (form === undefined ? page.locator("main") : page.getByTestId(form)).getByTestId("submit").click();

/** Fills, sends, and waits until another page answers; `form` names the form where a page has several. */
export async function send(page: Page, typed: Typed, form?: string): Promise<void> {
  await fill(page, typed);
  // Only now the form's own page is here for certain, where a click led to it.
  const before = page.url();
  await submit(page, form);
  await expect.poll(() => page.url(), { message: "the form was not accepted" }).not.toBe(before);
}

/** Chooses the option of a select whose words contain `words`. */
export async function chooseByWords(page: Page, name: string, words: string): Promise<void> {
  const select = page.locator(`main select[name="${name}"]`);
  const value = await select.locator("option", { hasText: words }).first().getAttribute("value");
  await select.selectOption(value ?? "");
}

/** Chooses the language of the page, in the menu of the account where there is one, and waits until it was taken and is spoken. */
export async function speak(page: Page, locale: string): Promise<void> {
  const menu = page.getByTestId("account-menu").first();
  if (await menu.isVisible()) await menu.click();
  const taken = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByTestId(`locale-${locale}`).first().click();
  await taken;
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
}

/** Follows the first link of the first row of a list of cases, and waits for the case: its address is the page’s own from then on. */
export async function openFirstCase(page: Page): Promise<void> {
  await page.getByTestId(/^case-row-/).getByRole("link").first().click();
  await page.waitForURL(CASE);
}

/** The address of a page of a case, with nothing behind it. */
export const CASE = /\/cases\/[0-9a-f-]{36}$/;

export async function signIn(page: Page, url: string, login: string, password: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await send(page, { login, password });
}
