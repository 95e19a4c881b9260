import Database from "better-sqlite3";
import path from "node:path";
import { signIn } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { test } from "./support/test";
test("shots", async ({ browser, server }) => {
  test.setTimeout(400_000);
  const NOW = "2026-11-20T12:00:00+05:00";
  await server.fresh();
  server.seed(staff());
  server.seed("sample", NOW);
  await server.start(NOW);
  const db = new Database(path.join(server.dataDir, "erkin.db"), { readonly: true });
  const id = (db.prepare("SELECT allegation_id FROM complaints LIMIT 1").pluck().get()) as string;
  const caseId = (db.prepare("SELECT case_id FROM allegation_cases WHERE allegation_id = ?").pluck().get(id)) as string;
  const rid = (db.prepare("SELECT id FROM allegation_responses WHERE allegation_id = ? LIMIT 1").pluck().get(id)) as string;
  const cid = (db.prepare("SELECT id FROM complaints LIMIT 1").pluck().get()) as string;
  db.close();
  const page = await (await browser.newContext()).newPage();
  await signIn(page, server.url, "dana", PASSWORD);
  const pages = { list: "/allegations", one: `/allegations/${id}`, edit: `/allegations/${id}/edit`, neu: "/allegations/new", review: `/allegations/${id}/review`, answer: `/allegations/${id}/responses/${rid}`, complaint: `/allegations/${id}/complaints/${cid}`, tasks: "/tasks", kase: `/cases/${caseId}`, history: `/cases/${caseId}/history` };
  for (const [locale, scheme, width] of [["en", "light", 1440], ["ru", "dark", 360], ["kk", "light", 360], ["kk", "dark", 1440]] as const) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(server.url);
    await page.getByTestId("account-menu").first().click();
    await page.getByTestId(`locale-${locale}`).first().click();
    await page.waitForTimeout(500);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    for (const [name, at] of Object.entries(pages)) {
      await page.goto(server.url + at);
      await page.screenshot({ path: `/tmp/h-alleg/${name}-${locale}-${scheme}-${width}.png`, fullPage: true });
    }
  }
});
