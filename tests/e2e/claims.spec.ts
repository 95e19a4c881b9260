import type { Page } from "@playwright/test";
import { chooseByWords, fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, listen, test } from "./support/test";

const NOW = "2019-11-05T09:00:00+06:00";
const TEXT = [
  "Болат Сынақов 31 қазанда сағат 16.00 шамасында қамаудан босап шықты.",
  "Алматы қаласының мамандандырылған ауданаралық әкімшілік соты 22 қазанда оны он күн қамауға алуды ұйғарды.",
  "Құқық қорғаушылар кемінде 24 адам ұсталғанын айтты.",
].join("\n");
const OTHER = "Анасы Ханым Құпияева: ұлым Болат 30 қазанда босады.";

let page: Page;
let sourceId = "";
let casePath = "";
const complaints: string[] = [];

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser, server }) => {
  await server.fresh();
  server.seed(staff());
  await server.start(NOW);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  listen(page, complaints);
  await signIn(page, server.url, "marat", PASSWORD);
  await page.goto(`${server.url}/cases/new`);
  await send(page, { name: "Болат Сынақов", detentionKind: "administrative_arrest" });
  casePath = new URL(page.url()).pathname;
});
test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
test.afterAll(async () => page.close());

const rowOf = (words: RegExp) => page.getByTestId(/^suggestion-\d+$/).filter({ hasText: words });

test("whoever pastes a text is led to reading it, with what it seems to say marked in place", async ({ server }) => {
  await page.goto(`${server.url}/sources`);
  await page.getByTestId("action-new-source").click();
  await fill(page, { text: TEXT, published: "31.10.2019" });
  await submit(page);
  await expect(page).toHaveURL(/\/sources\/[0-9a-f-]{36}\/read$/);
  sourceId = /sources\/([^/]+)/.exec(page.url())?.[1] ?? "";
  await expect(page.getByTestId("marked-text")).toHaveText(TEXT, { useInnerText: true });
  for (const kind of ["when", "term", "count"]) await expect(page.locator(`[data-testid="marked-text"] mark[data-kind="${kind}"]`).first()).toBeVisible();
  await expect(page.getByTestId("mark-legend")).toContainText("term");
});

test("nothing is recorded until suggestions are ticked and accepted for a case", async ({ server }) => {
  await submit(page);
  await expect(page.getByTestId("form-error").or(page.getByTestId("error-summary"))).toBeVisible();
  await page.goto(`${server.url}/sources/${sourceId}/read`);
  await page.getByRole("checkbox", { name: /Болат Сынақов/ }).first().check();
  await rowOf(/31 October 2019/).first().getByRole("checkbox").check();
  await rowOf(/10 days/).first().getByRole("checkbox").check();
  await submit(page);
  await expect(page.getByTestId("taken")).toContainText("2 claims");
  await expect(page.getByTestId("accepted")).toHaveCount(2);
  await expect(page.locator('[data-testid="marked-text"] mark[data-accepted]')).toHaveCount(2);
});

test("the case shows the claims beside what it holds, and records one of them", async ({ server }) => {
  await page.goto(server.url + casePath);
  const release = page.getByTestId("citations-release");
  await expect(release).toContainText("31 October 2019");
  await expect(release.getByTestId("claim-verdict")).toHaveAttribute("data-verdict", "nothing_recorded");
  await expect(page.getByTestId("citations-term")).toContainText("10 days");
  await release.getByTestId(/^record-claim-/).click();
  await expect(page.locator('main [name="when"]')).toHaveValue(/31 October 2019.*16:00/);
  await send(page, {});
  await expect(release.getByTestId("claim-followed")).toBeVisible();
  await expect(release.getByTestId("claim-verdict")).toHaveAttribute("data-verdict", "agrees");
});

test("words selected by hand become a claim with their place", async ({ server }) => {
  await page.goto(`${server.url}/sources/${sourceId}/read`);
  await expect(async () => {
    await page.getByTestId("marked-text").evaluate((text) => {
      document.getSelection()?.removeAllRanges();
      const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent?.indexOf("қамаудан босап шықты") ?? -1;
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + "қамаудан босап шықты".length);
      }
    });
    // A page whose script has not begun yet does not notice what is selected.
    await expect(page.getByTestId("action-cite-selected")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByTestId("action-cite-selected").click();
  await expect(page.locator('main [name="quote"]')).toHaveValue("қамаудан босап шықты");
  await fill(page, { field: "release", valueKind: "when", value: "a day too many" });
  await submit(page);
  await expect(page.locator('main [name="value"]')).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("checkbox", { name: /Болат Сынақов/ }).first().check();
  await send(page, { value: "31.10.2019" });
  await page.goto(`${server.url}/sources/${sourceId}`);
  await expect(page.getByTestId("source-claims").getByRole("listitem")).toHaveCount(3);
});

test("what another source says otherwise stands side by side, and one of them is followed", async ({ server }) => {
  await page.goto(`${server.url}/sources/new`);
  await fill(page, { text: OTHER, kind: "relative", confidentiality: "protected", published: "31.10.2019" });
  await submit(page);
  await expect(page).toHaveURL(/\/read$/);
  await rowOf(/30 October 2019/).first().getByRole("checkbox").check();
  await page.getByTestId(/^change-/).first().click();
  await submit(page);
  await expect(page.getByTestId("taken")).toContainText("1 claim");
  await page.goto(page.url().replace(/\/read.*/, ""));
  await expect(page.getByTestId("claim-unattached")).toBeVisible();
  await page.locator('[data-testid="attach-form"] [name="claimIds"]').check();
  await page.getByTestId("attach-form").getByRole("checkbox", { name: /Болат Сынақов/ }).check();
  await page.getByTestId("attach-form").getByTestId("submit").click();
  await expect(page.getByTestId("attach-form")).toHaveCount(0);
  await page.getByTestId(/^edit-claim-/).click();
  await fill(page, { field: "release" });
  await page.getByTestId("claim-edit-form").getByTestId("submit").click();
  await expect(page).toHaveURL(/#claim-/);
  await page.goto(server.url + casePath);
  const disagree = page.getByTestId("disagree-release");
  await expect(disagree.getByTestId("claim-value")).toHaveCount(3);
  await disagree.getByRole("listitem").filter({ hasText: "30 October" }).getByTestId("action-follow").click();
  await expect(disagree.getByTestId("claim-followed")).toHaveCount(1);
  await expect(disagree.getByRole("listitem").filter({ hasText: "30 October" }).getByTestId("claim-followed")).toBeVisible();
});

test("who only reads sees that a source is protected, and nothing of it", async ({ browser, server }) => {
  const reader = await (await browser.newContext()).newPage();
  listen(reader, complaints);
  await signIn(reader, server.url, "vera", PASSWORD);
  for (const path of [casePath, `${casePath}/print`, `${casePath}/history`, "/sources"]) {
    await reader.goto(server.url + path);
    await expect(reader.locator("main")).not.toContainText("Құпияева");
    await expect(reader.locator("main")).not.toContainText("ұлым");
    if (!path.endsWith("history")) await expect(reader.locator("main")).toContainText("Protected source");
  }
  await reader.close();
});

test("without JavaScript a text is read, accepted from and corrected just the same", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  listen(plain, complaints);
  await signIn(plain, server.url, "marat", PASSWORD);
  await plain.goto(`${server.url}/sources/${sourceId}/read`);
  await plain.locator('main [name="caseIds"]').first().check();
  await plain.getByTestId(/^suggestion-\d+$/).filter({ hasText: /at least 24/ }).getByRole("checkbox").check();
  await plain.getByTestId("accept-form").getByTestId("submit").click();
  await expect(plain.getByTestId("taken")).toContainText("1 claim");
  await plain.getByTestId("accepted").last().click();
  await fill(plain, { value: "about 30" });
  await plain.getByTestId("claim-edit-form").getByTestId("submit").click();
  await expect(plain.getByTestId("source-claims")).toContainText("about 30");
  await chooseByWordsOnCite(plain, server.url);
  await context.close();
});

async function chooseByWordsOnCite(plain: Page, url: string): Promise<void> {
  await plain.goto(`${url}${casePath}/citations/new`);
  await chooseByWords(plain, "sourceId", "Болат Сынақов 31");
  await send(plain, { field: "ruling", valueKind: "when", value: "22.10.2019", quote: "22 қазанда оны он күн қамауға алуды ұйғарды" });
  await expect(plain.getByTestId("citations-ruling")).toContainText("22 October 2019");
}
