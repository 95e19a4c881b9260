import { chooseByWords, fill, openFirstCase, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });
test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(staff());
  await server.start("2019-11-01T09:00:00+06:00");
});
test.beforeEach(async ({ page, server }) => signIn(page, server.url, "marat", PASSWORD));

test("a refused sign-in never sends the password back", async ({ page, server }) => {
  await page.context().clearCookies();
  await page.goto(`${server.url}/sign-in`);
  await fill(page, { login: "marat", password: "not the password" });
  await submit(page);
  await expect(page.getByTestId("form-error")).toBeVisible();
  await expect(page.locator('[name="login"]')).toHaveValue("marat");
  expect(await page.content()).not.toContain("not the password");
});

test("the quick form keeps everything through a refusal, then makes the case", async ({ page, server }) => {
  await page.goto(`${server.url}/cases/new`);
  await chooseByWords(page, "placeId", "Almaty");
  await fill(page, { name: "Болат Сынақов", seized: "31.02.2019", agency: "City police" });
  await submit(page);
  await expect(page.locator('[name="seized"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('[name="name"]')).toHaveValue("Болат Сынақов");
  await expect(page.locator('[name="seized"]')).toHaveValue("31.02.2019");
  await expect(page.locator('[name="agency"]')).toHaveValue("City police");
  await send(page, { seized: "21.10.2019 10:30", detentionKind: "administrative_arrest" });
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(page.locator("h1")).toContainText("Болат Сынақов");
});

test("a ruling shows the expected release before it is recorded", async ({ page, server }) => {
  await page.goto(`${server.url}/cases?view=all`);
  await openFirstCase(page);
  await page.goto(`${page.url()}/orders/new`);
  await fill(page, { kind: "administrative_arrest", date: "22.10.2019", "term.amount": "10", countFrom: "seized" });
  await page.getByTestId("action-preview").click();
  await expect(page.getByTestId("release-preview")).toContainText("31 October 2019");
  await expect(page.locator('[name="term.amount"]')).toHaveValue("10");
  await send(page, {});
  await expect(page.getByTestId("computed-when")).toContainText("31 October 2019");
});

test("the list is filtered and the release recorded", async ({ page, server }) => {
  await page.goto(`${server.url}/cases`);
  await page.locator("main").getByTestId("field-q").fill("болат");
  await page.getByTestId("action-filter").click();
  await expect(page.getByTestId(/^case-row-/)).toHaveCount(1);
  await page.goto(`${server.url}/`);
  await expect(page.getByTestId("figure-outstanding")).toHaveText("1");
  await openFirstCase(page);
  await page.goto(`${page.url()}/moments/new?kind=released`);
  await send(page, { when: "31.10.2019 10:35" });
  await expect(page.getByTestId("verdict")).toBeVisible();
});
