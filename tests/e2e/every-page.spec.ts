import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pageAddresses } from "./support/addresses";
import { signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";
const complaints: string[] = [];
let page: Page;
let addresses: string[];

// All pages in each test: as many minutes as a busy machine takes.
test.describe.configure({ mode: "serial", timeout: 900_000 });
test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
  addresses = pageAddresses(server.dataDir);
  page = await (await browser.newContext()).newPage();
  listen(page, complaints);
  await signIn(page, server.url, "dana", PASSWORD);
});
test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
test.afterAll(async () => page.close());

/** In the dark only the colours are others: the rest of a page is what it was in the light. */
async function barriers(at: string, colorScheme: "light" | "dark"): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const rules = colorScheme === "dark" ? axe.withRules(["color-contrast", "link-in-text-block"]) : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const { violations } = await rules.analyze();
  return violations.map(({ id, nodes }) => `${at}: ${id}: ${nodes[0]?.target.join(" ") ?? ""}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`has no barrier that axe finds, ${colorScheme}`, async ({ server }) => {
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    for (const address of [...addresses, "/nowhere"]) {
      const response = await page.goto(server.url + address);
      expect(response?.status(), address).toBe(address === "/nowhere" ? 404 : 200);
      found.push(...(await barriers(address, colorScheme)));
    }
    expect(found).toEqual([]);
  });
}

test("fits a telephone: nothing scrolls sideways at 360 pixels", async ({ server }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide: string[] = [];
  for (const address of addresses) {
    await page.goto(server.url + address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${address}: ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(wide).toEqual([]);
});

test("has a heading, a neutral title, nobody’s name in title or address, and words only", async ({ server }) => {
  const names = /Сынақбаев|Тестова|Жексебаев|Zheksebayev|Мысалқызы/;
  for (const address of addresses) {
    await page.goto(server.url + address);
    await expect(page.locator("h1"), address).toHaveCount(1);
    expect(`${await page.title()} ${decodeURIComponent(page.url())}`, address).not.toMatch(names);
    expect(await page.title(), address).not.toBe("");
    expect(await page.locator("body").innerText(), address).not.toMatch(/\[object |undefined|NaN/);
  }
});

for (const locale of ["ru", "kk"] as const) {
  test(`speaks ${locale} all through, with no English left`, async ({ server }) => {
    await page.context().clearCookies();
    await signIn(page, server.url, "dana", PASSWORD);
    await page.getByTestId("account-menu").first().click();
    await page.getByTestId(`locale-${locale}`).first().click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    const english: string[] = [];
    for (const address of addresses) {
      await page.goto(server.url + address);
      await expect(page.locator("html"), address).toHaveAttribute("lang", locale);
      await page.locator("details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
      // A name in another language says that it is one.
      const foreign = await page.locator("main [lang=en]").allInnerTexts();
      const body = foreign.filter(Boolean).reduce((text, each) => text.replaceAll(each, ""), await page.locator("body").innerText());
      const text = body.replace(/https?:\/\/\S+|erkin-release\S*|kazakhstan \d\S*|npm run [^\n]*|[0-9a-f]{16,}/g, "");
      const words = text.match(/[A-Za-z][a-z]{3,}/g)?.filter((word) => !/^(Erkin|English|Open|https?|onion|Askhat|Asqat|Zheksebayev|Jeksebaev|Asia|Europe|Chrome|Linux|Windows|Almaty|Aqtobe|Aqtau|Atyrau|Oral|Qostanay|Qyzylorda|Bishkek|Tashkent|Moscow|Minsk|Mysalov|Test|Excel|xlsx|Uwazi|Other|dana|marat|vera|other)$/.test(word)) ?? [];
      if (words.length) english.push(`${address}: ${[...new Set(words)].join(", ")}`);
    }
    expect(english).toEqual([]);
  });
}
