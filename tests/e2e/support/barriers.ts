import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** In the dark only the colours are others: the rest of a page is what it was in the light. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it stands, a line each with its address; `only` "colours" asks about nothing else. */
export async function barriers(page: Page, only?: "colours"): Promise<string[]> {
  // Without frames from elsewhere, axe need not open a page of its own to put its answers together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (only === "colours" ? axe.withRules(COLOURS) : axe.withTags(TAGS)).analyze();
  const { pathname, search } = new URL(page.url());
  return violations.map(({ id, nodes }) => `${pathname}${search}: ${id}: ${nodes[0]?.target.join(" ") ?? ""}`);
}

/** The colours of the page in the dark; the page is left in the light. */
export async function barriersInTheDark(page: Page): Promise<string[]> {
  // Colours that are still changing have no contrast to speak of.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  try {
    return (await barriers(page, "colours")).map((line) => `in the dark: ${line}`);
  } finally {
    await page.emulateMedia({ colorScheme: "light" });
  }
}

/** What axe finds on the page that is open, wide and narrow, light and dark; `PICTURES` names a folder for a picture of each. */
export async function barriersEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const line of [...(await barriers(page)), ...(await barriersInTheDark(page))]) found.push(`${width} pixels wide: ${line}`);
    await pictures(page, `${new URL(page.url()).pathname.replaceAll("/", "-").slice(1)}-${width}`);
  }
  return found;
}

async function pictures(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${colorScheme}.png`, fullPage: true });
  }
}
