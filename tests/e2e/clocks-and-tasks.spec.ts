import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { openFirstCase, send, signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

/** 44 h 50 min after the delivery. */
const NOW = "2026-11-20T06:50:00+05:00";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ server }) => {
  await server.fresh();
  const delivered = { kind: "delivered", when: "2026-11-18T10:00" };
  const letGo = { kind: "released", when: "2026-11-12T16:00", releaseKind: "term_served" };
  server.seed(
    {
      ...staff(),
      cases: [
        { key: "clock", name: "Болат Сынақов", sex: "male", place: "ALA", detentionKind: "criminal_detention", moments: [delivered] },
        { key: "script", name: "Самат Сынақов", sex: "male", place: "ALA", detentionKind: "criminal_detention", moments: [delivered] },
        { key: "out", name: "Ерлан Сынақов", sex: "male", seized: "2026-11-02", place: "ALA", detentionKind: "administrative_arrest", moments: [letGo] },
        { key: "out-script", name: "Дархан Сынақов", sex: "male", seized: "2026-11-02", place: "ALA", detentionKind: "administrative_arrest", moments: [letGo] },
      ],
      orders: [{ kind: "administrative_arrest", cases: ["out", "out-script"], date: "2026-11-03", term: "P10D" }],
    },
    NOW,
  );
  await server.start(NOW);
});

const open = async (page: Page, url: string, name: string) => {
  await page.goto(`${url}/cases?view=all&q=${encodeURIComponent(name)}`);
  await openFirstCase(page);
  await expect(page.locator("h1")).toContainText(name);
};

for (const { javaScriptEnabled, clock, out } of [
  { javaScriptEnabled: false, clock: "Болат", out: "Ерлан" },
  { javaScriptEnabled: true, clock: "Самат", out: "Дархан" },
]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(async ({ page, server }) => signIn(page, server.url, "marat", PASSWORD));

    test("a limit of 48 hours shows what is left of it, on the dashboard and on the case, until the ruling stops it", async ({ page, server }) => {
      await page.goto(`${server.url}/?view=limits`);
      const row = page.getByTestId(/^case-row-/).filter({ hasText: clock });
      await expect(row.getByTestId("row-limit")).toHaveText("48 h before a judge: 3 h 10 min left");
      const before = Number(await page.getByTestId("figure-limits").textContent());
      expect(before).toBe(await page.getByTestId(/^case-row-/).count());
      await row.getByRole("link").first().click();
      const limit = page.getByTestId("limit-kz-criminal-48h");
      await expect(limit.getByTestId("clock-state")).toHaveText("3 h 10 min left");
      await expect(limit).toContainText("by Friday 20 November 2026, 10:00");
      if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
      await page.goto(`${page.url()}/orders/new`);
      await send(page, { kind: "remand", date: "20.11.2026 06:00", "term.amount": "2", "term.unit": "m" });
      await expect(limit.getByTestId("clock-state")).toHaveText("kept");
      await page.goto(`${server.url}/?view=limits`);
      await expect(page.getByTestId(/^case-row-/).filter({ hasText: clock })).toHaveCount(0);
      await expect(page.getByTestId("figure-limits")).toHaveText(String(before - 1));
    });

    test("a hypothesis becomes a task, which is done with one click and opened again", async ({ page, server }) => {
      await open(page, server.url, out);
      const address = page.url();
      await page.getByTestId("action-why").click();
      await expect(page.getByTestId(/^reading-/).first()).toBeVisible();
      const hypothesis = page.getByTestId("hypothesis").filter({ hasText: "24-hour days" }).filter({ hasText: "he was seized" }).first();
      await expect(hypothesis).toContainText("a hypothesis, not a fact");
      await hypothesis.getByTestId("action-make-task").click();
      await expect(page.locator('[name="what"]')).toHaveValue(/^Ask when custody began\. If he was let go .* a hypothesis, not a fact\.$/);
      if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
      await send(page, { due: "19.11.2026" });
      await expect(page).toHaveURL(new RegExp(`^${address}`));
      await expect(page.getByTestId("case-tasks").getByTestId("task-state-overdue")).toBeVisible();
      await page.getByTestId("action-why").click();
      await expect(hypothesis.getByTestId("offered-task")).toHaveText("Task: overdue");

      await page.goto(`${server.url}/`);
      await expect(page.getByTestId("my-tasks")).toContainText("Ask when custody began");
      await page.getByTestId("my-tasks").getByTestId("action-task-done").click();
      await expect(page.getByTestId("task-done")).toContainText("Done: Ask when custody began");
      await expect(page.getByTestId("my-tasks")).toHaveCount(0);
      await page.getByTestId("task-done").getByTestId("action-task-reopen").click();
      await expect(page.getByTestId("my-tasks")).toBeVisible();

      await page.goto(`${server.url}/tasks?view=overdue`);
      if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
      await page.getByTestId(/^task-row-/).getByRole("link").first().click();
      await page.getByTestId("task-finish-form").getByTestId("field-outcome").fill("His sister says at four");
      await page.getByTestId("task-finish-form").getByTestId("submit").click();
      await expect(page.getByTestId("task-outcome")).toContainText("His sister says at four");
      if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
      await page.goto(`${server.url}/tasks`);
      await expect(page.getByTestId("empty")).toBeVisible();
      await page.goto(`${server.url}/tasks?view=done`);
      await expect(page.getByTestId("task-table")).toContainText("done by");
    });

    test("an address cannot put words into a task", async ({ page, server }) => {
      await open(page, server.url, out);
      await page.goto(`${page.url()}/tasks/new?from=${encodeURIComponent("Pay the guard")}&what=Pay`);
      await expect(page.getByTestId("offer-gone")).toBeVisible();
      await expect(page.locator('[name="what"]')).toHaveValue("");
      await expect(page.locator("main")).not.toContainText("Pay");
    });
  });
}

test("a viewer sees clocks and tasks and no button", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.goto(`${server.url}/tasks?view=done`);
  await expect(page.getByTestId(/^task-row-/)).toHaveCount(2);
  await page.getByTestId(/^task-row-/).first().getByRole("link").first().click();
  await expect(page.getByTestId("task-facts")).toBeVisible();
  await expect(page.locator("main form")).toHaveCount(0);
  expect((await page.request.get(page.url().replace(/tasks\/.*/, "tasks/new"))).status()).toBe(404);
});
