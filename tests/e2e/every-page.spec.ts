import { barriers, barriersInTheDark } from "./support/barriers";
import { everyPage } from "./support/every-page";
import { expect, test } from "./support/test";

const NAMES = /Сынақбаев|Тестова|Жексебаев|Zheksebayev|Мысалқызы/;
const every = everyPage();

/** Makes the window as narrow as a telephone and says by how much the page is wider, once it has had time to follow. */
async function tooWide(): Promise<number> {
  await every.page.setViewportSize({ width: 360, height: 740 });
  try {
    return await every.page.evaluate(async () => {
      const beyond = () => document.documentElement.scrollWidth - 360;
      // A picture that is drawn for its width is drawn anew a moment after the window has changed.
      for (let tries = 0; tries < 40 && beyond() > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
      return beyond();
    });
  } finally {
    await every.page.setViewportSize({ width: 1280, height: 900 });
  }
}

/** What a page must have that a person reads without seeing it: one heading, a title, words; and nobody's name where others could see it. */
async function faults(): Promise<string[]> {
  const { headings, title, words } = await every.page.evaluate(() => ({ headings: document.querySelectorAll("h1").length, title: document.title, words: document.body.innerText }));
  const place = `${title} ${decodeURIComponent(every.page.url())}`;
  return [
    ...(headings === 1 ? [] : [`${headings} headings h1`]),
    ...(title === "" ? ["no title"] : []),
    ...(NAMES.test(place) ? [`a name in title or address: ${place}`] : []),
    ...(/\[object |undefined|NaN/.exec(words) ?? []).map((word) => `“${word}” among its words`),
  ];
}

test("every page has no barrier that axe finds, light and dark, fits a telephone, and has a heading, a neutral title and words only", async ({ server }) => {
  const found: string[] = [];
  for (const address of every.addresses) {
    const response = await every.page.goto(server.url + address);
    expect.soft(response?.status(), address).toBe(200);
    found.push(...(await barriers(every.page)), ...(await barriersInTheDark(every.page)));
    found.push(...(await faults()).map((fault) => `${address}: ${fault}`));
    const beyond = await tooWide();
    if (beyond > 0) found.push(`${address}: scrolls sideways by ${beyond} pixels at 360`);
  }
  expect(found).toEqual([]);
});

test("a page that does not exist has no barrier either", async ({ server }) => {
  expect((await every.page.goto(`${server.url}/nowhere`))?.status()).toBe(404);
  expect([...(await barriers(every.page)), ...(await barriersInTheDark(every.page))]).toEqual([]);
});
