import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

type Found = { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] };
type Axe = { run: (of: Document, options: object) => Promise<Found> };

// The checker of the package for Playwright, without that package's way of bringing it into a page anew for each question.
const beside = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const source = readFileSync(beside.resolve("axe-core/axe.min.js"), "utf8");

const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds on the page as it stands, a line each with its address; `only` "colours" asks about nothing else. */
export async function barriers(page: Page, only?: "colours"): Promise<string[]> {
  if (page.frames().length > 1) throw new Error("axe does not look into the frames of this page");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const violations = await page.evaluate(
    async (runOnly) => {
      // Colours that are still on their way to others have no contrast to speak of; what inherits one sets out only after it has arrived.
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      for (let rounds = 0; rounds < 50; rounds++) {
        await frame();
        const going = document.getAnimations().filter((each) => each instanceof CSSTransition);
        if (going.length === 0) break;
        going.forEach((each) => each.finish());
      }
      // What is in order need not be told node by node: naming all those nodes takes longer than looking at them.
      const found = await (window as unknown as { axe: Axe }).axe.run(document, { runOnly, resultTypes: ["violations"] });
      return found.violations.map(({ id, nodes }) => ({ id, target: nodes[0]?.target.join(" ") ?? "", why: nodes[0]?.failureSummary?.split("\n")[1]?.trim() ?? "" }));
    },
    only === "colours" ? COLOURS : ALL,
  );
  const { pathname, search } = new URL(page.url());
  return violations.map(({ id, target, why }) => `${pathname}${search}: ${id}: ${target}: ${why}`);
}

/** The colours of the page in the dark, where nothing else is other than in the light; the page is left in the light. */
export async function barriersInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
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
