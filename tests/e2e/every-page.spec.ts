import type { Page } from "@playwright/test";
import { pageAddresses } from "./support/addresses";
import { barriers, barriersInTheDark } from "./support/barriers";
import { signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

const NOW = "2026-11-20T12:00:00+05:00";
const NAMES = /Сынақбаев|Тестова|Жексебаев|Zheksebayev|Мысалқызы/;
const complaints: string[] = [];
let page: Page;
let addresses: string[];

// All pages in one test: as many minutes as a busy machine takes.
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

/** Makes the window as narrow as a telephone and says by how much the page is wider, once it has had time to follow. */
async function tooWide(): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 });
  try {
    return await page.evaluate(async () => {
      const beyond = () => document.documentElement.scrollWidth - 360;
      // A picture that is drawn for its width is drawn anew a moment after the window has changed.
      for (let tries = 0; tries < 40 && beyond() > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
      return beyond();
    });
  } finally {
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

/** What a page must have that a person reads without seeing it: one heading, a title, words; and nobody's name where others could see it. */
async function faults(): Promise<string[]> {
  const { headings, title, words } = await page.evaluate(() => ({ headings: document.querySelectorAll("h1").length, title: document.title, words: document.body.innerText }));
  const place = `${title} ${decodeURIComponent(page.url())}`;
  return [
    ...(headings === 1 ? [] : [`${headings} headings h1`]),
    ...(title === "" ? ["no title"] : []),
    ...(NAMES.test(place) ? [`a name in title or address: ${place}`] : []),
    ...(/\[object |undefined|NaN/.exec(words) ?? []).map((word) => `“${word}” among its words`),
  ];
}

test("every page has no barrier that axe finds, light and dark, fits a telephone, and has a heading, a neutral title and words only", async ({ server }) => {
  const found: string[] = [];
  for (const address of addresses) {
    const response = await page.goto(server.url + address);
    expect.soft(response?.status(), address).toBe(200);
    found.push(...(await barriers(page)), ...(await barriersInTheDark(page)));
    found.push(...(await faults()).map((fault) => `${address}: ${fault}`));
    const beyond = await tooWide();
    if (beyond > 0) found.push(`${address}: scrolls sideways by ${beyond} pixels at 360`);
  }
  expect(found).toEqual([]);
});

test("a page that does not exist has no barrier either", async ({ server }) => {
  expect((await page.goto(`${server.url}/nowhere`))?.status()).toBe(404);
  expect([...(await barriers(page)), ...(await barriersInTheDark(page))]).toEqual([]);
});
