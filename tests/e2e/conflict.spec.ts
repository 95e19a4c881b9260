import { fill, openFirstCase, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed({ ...staff(), cases: [{ key: "a", name: "Болат Сынақов", place: "ALA", seized: "2026-01-05" }] });
  await server.start();
});

test("two people edit one case: the second sees both versions, and nothing is lost", async ({ page, browser, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases?view=all`);
  await openFirstCase(page);
  const edit = `${page.url()}/edit`;
  const other = await (await browser.newContext()).newPage();
  await signIn(other, server.url, "dana", PASSWORD);

  await Promise.all([page.goto(edit), other.goto(edit)]);
  await send(other, { lawyer: "Адвокат Бірінші", note: "Called the family." });
  await fill(page, { lawyer: "Адвокат Екінші", priority: "high" });
  await submit(page);

  const conflict = page.getByTestId("conflict-lawyer");
  await expect(conflict).toContainText("Адвокат Бірінші");
  await expect(conflict).toContainText("Адвокат Екінші");
  await expect(page.locator('[name="lawyer"]')).toHaveValue("Адвокат Екінші");
  await expect(page.getByTestId("conflict-note")).toContainText("Called the family.");
  await send(page, { note: "Called the family." });
  await page.goto(edit);
  await expect(page.locator('[name="lawyer"]')).toHaveValue("Адвокат Екінші");
  await expect(page.locator('[name="note"]')).toHaveValue("Called the family.");
  await page.goto(edit.replace(/edit$/, "history"));
  await expect(page.getByTestId("history")).toContainText("Адвокат Бірінші");
  await other.context().close();
});

test("a double click makes one record", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases/new`);
  await fill(page, { name: "Қос Басулы", seized: "2026-01-05" });
  await page.locator("main").getByTestId("submit").dblclick();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}/);
  await page.goto(`${server.url}/cases?view=all&q=${encodeURIComponent("Қос Басулы")}`);
  await expect(page.getByTestId(/^case-row-/)).toHaveCount(1);
});
