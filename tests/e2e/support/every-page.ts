import type { Page } from "@playwright/test";
import { pageAddresses } from "./addresses";
import { signIn } from "./forms";
import { PASSWORD, staff } from "./people";
import { expect, listen, test } from "./test";

const NOW = "2026-11-20T12:00:00+05:00";

/** For a file that visits every page of the sample data in one window, signed in as an administrator: the window and the addresses once its tests run. */
export function everyPage(): { page: Page; addresses: string[] } {
  const complaints: string[] = [];
  const visited = {} as { page: Page; addresses: string[] };
  // All pages in one test: as many minutes as a busy machine takes.
  test.describe.configure({ mode: "serial", timeout: 900_000 });
  test.beforeAll(async ({ browser, server }) => {
    await server.fresh();
    server.seed(staff());
    server.seed("sample", NOW);
    await server.start(NOW);
    visited.addresses = pageAddresses(server.dataDir);
    visited.page = await (await browser.newContext()).newPage();
    listen(visited.page, complaints);
    await signIn(visited.page, server.url, "dana", PASSWORD);
  });
  test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
  test.afterAll(async () => visited.page.close());
  return visited;
}
