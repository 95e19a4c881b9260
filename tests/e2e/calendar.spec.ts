import ICAL from "ical.js";
import { barriersEverywhere } from "./support/barriers";
import { fill, signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-11-01T09:00:00+06:00";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(
    {
      ...staff(),
      cases: [
        { key: "five", count: 5, sex: "male", seized: "2019-10-25", place: "ALA", detentionKind: "administrative_arrest", stated: [{ when: "2019-11-04", attributedTo: "A. Zh." }] },
        { key: "window", name: "Терезе Сынақов", sex: "male", seized: "2019-10-30", place: "ALA", detentionKind: "administrative_arrest" },
      ],
      orders: [{ kind: "administrative_arrest", cases: ["window"], date: "2019-10-31", term: "P10D" }],
      events: [{ key: "day", kind: "court_day", title: "Сот отырысы", start: "2019-11-12T11:00", sites: [{ place: "ALA" }] }],
    },
    NOW,
  );
  await server.start(NOW);
});

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
    test.beforeEach(async ({ page, server }) => signIn(page, server.url, "marat", PASSWORD));

    test("a wide screen shows the month, with releases on every day on which they may fall", async ({ page, server }) => {
      await page.goto(`${server.url}/calendar`);
      await expect(page.getByTestId("calendar-month")).toHaveText(/November 2019/);
      await expect(page.getByTestId("calendar-grid")).toBeVisible();
      await expect(page.getByTestId("calendar-agenda")).toBeHidden();
      await expect(page.locator("[aria-current=date]")).toHaveAttribute("data-testid", "day-2019-11-01");
      await expect(page.getByTestId("day-2019-11-04").getByTestId("entry-release")).toHaveCount(4);
      await expect(page.getByTestId("day-2019-11-04")).toContainText("1 more");
      for (const day of ["2019-11-08", "2019-11-09"]) await expect(page.getByTestId(`day-${day}`)).toContainText("Терезе Сынақов");
      await expect(page.getByTestId("day-2019-11-12")).toContainText("11:00");
      await page.getByTestId("day-2019-11-04").getByRole("link", { name: /1 more on/ }).click();
      await expect(page).toHaveURL(/day=2019-11-04/);
      await expect(page.getByTestId("agenda-release")).toHaveCount(5);
      await page.getByTestId("agenda-release").first().getByRole("link").click();
      await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
    });

    test("filters, months and views are addresses", async ({ page, server }) => {
      await page.goto(`${server.url}/calendar`);
      await page.getByTestId("filter-kind-court").check();
      await page.getByTestId("action-filter").click();
      await expect(page).toHaveURL(/kind=court/);
      await expect(page.getByTestId("entry-release")).toHaveCount(0);
      await expect(page.getByTestId("entry-court")).toHaveCount(2);
      await page.getByTestId("month-previous").click();
      await expect(page).toHaveURL(/month=2019-10.*kind=court/);
      await page.getByTestId("view-agenda").click();
      await expect(page.getByTestId("calendar-grid")).toHaveCount(0);
      await expect(page.getByTestId("agenda-court")).toHaveCount(1);
    });

    test("a telephone shows the days one below the other", async ({ page, server }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${server.url}/calendar`);
      await expect(page.getByTestId("calendar-grid")).toBeHidden();
      await expect(page.getByTestId("agenda-release")).toHaveCount(6);
      for (const address of ["/calendar", "/calendar?view=month"]) {
        await page.goto(server.url + address);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      }
    });

    test("an address for calendar programs is shown once, tells references only, and ends at once", async ({ page, request, server }) => {
      await page.goto(`${server.url}/calendar/feeds`);
      await fill(page, { whose: "teams", ...((await page.locator('main [name="password"]').count()) ? { password: PASSWORD } : {}) });
      await page.getByTestId("feed-form").getByTestId("submit").click();
      const address = await page.getByTestId("feed-address").inputValue();
      expect(address).toMatch(new RegExp(`^${server.url}/api/calendar/[A-Za-z0-9_-]{43}\\.ics$`));
      const answer = await request.get(address, { headers: { cookie: "" } });
      expect([answer.status(), answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual([200, "text/calendar; charset=utf-8", "no-store"]);
      const body = await answer.text();
      const summaries = new ICAL.Component(ICAL.parse(body) as unknown[]).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).summary);
      expect(summaries.filter((summary) => /^ALA-2019-000\d · release expected$/.test(summary)).length).toBe(6);
      expect(body).not.toMatch(/Сынақов|Сот отырысы|erkin/i);
      await page.goto(`${server.url}/calendar/feeds`);
      expect(await page.content()).not.toContain(address.slice(-30, -4));
      await page.getByTestId("feed-live").first().getByTestId("revoke-feed").click();
      await expect(page.getByTestId("saved-revoked")).toBeVisible();
      expect((await request.get(address)).status()).toBe(404);
    });
  });
}

test("has no barrier that axe finds, in the month, in the list and at the addresses, light and dark", async ({ page, server }) => {
  await signIn(page, server.url, "marat", PASSWORD);
  const found: string[] = [];
  for (const address of ["/calendar?view=month", "/calendar?view=agenda", "/calendar/feeds"]) {
    await page.goto(server.url + address);
    found.push(...(await barriersEverywhere(page)));
  }
  expect(found).toEqual([]);
});

test("somebody who only reads sees the calendar of their team, and the other team nothing of it", async ({ page, server }) => {
  await signIn(page, server.url, "vera", PASSWORD);
  await page.goto(`${server.url}/calendar?view=agenda`);
  await expect(page.getByTestId("agenda-release")).toHaveCount(6);
  await page.context().clearCookies();
  await signIn(page, server.url, "other", PASSWORD);
  await page.goto(`${server.url}/calendar?view=agenda`);
  await expect(page.getByTestId("empty")).toBeVisible();
});
