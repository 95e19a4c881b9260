import type { Page } from "@playwright/test";
import { barriers } from "./support/barriers";
import { bytesOf, textOfPdf } from "./support/documents";
import { CASE, fill, send, signIn, submit } from "./support/forms";
import { PASSWORD, staff } from "./support/people";
import { expect, test } from "./support/test";

const NOW = "2019-11-05T09:00:00+06:00";
const people = staff();

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ server }) => {
  await server.fresh();
  server.seed(
    {
      ...people,
      users: [...people.users, { login: "asem", name: "Әсем Сынақ", role: "coordinator", password: PASSWORD, locale: "en" }],
      sources: [{ key: "news", kind: "article", title: "Мұғалім қамауда", publisher: "Сынақ газеті", language: "kk", published: "2019-10-23", text: "Сот мұғалімді он тәулікке қамады. Адвокатын жібермеген." }],
      events: [{ key: "rally", kind: "rally", title: "Сынақ митингі", start: "2019-10-22", places: ["ALA"] }],
      cases: [
        { key: "inside", name: "Ғалия Өтеген", sex: "female", place: "ALA", seized: "2019-10-22T10:00", detentionKind: "administrative_arrest", heldAt: "Арнайы қабылдау орны", agency: "Қалалық полиция", event: "rally", eventLink: "at", rights: ["iccpr_9", "iccpr_21"], stated: [{ when: "2019-11-01", attributedTo: "адвокаты", source: "news" }] },
        { key: "out", name: "Болат Шыққан", sex: "male", place: "ALA", seized: "2019-10-22T10:00", detentionKind: "administrative_arrest", moments: [{ kind: "released", when: "2019-11-01T09:00", releaseKind: "term_served" }] },
      ],
      orders: [{ cases: ["inside", "out"], kind: "administrative_arrest", date: "2019-10-22", term: "10 days", court: "Мамандандырылған сот" }],
      allegations: [{ cases: ["inside"], acts: ["denial_of_counsel", "beating"], when: "2019-10-22", attributedTo: "әпкесі", source: "news", perpetrators: [{ agency: "Қалалық полиция", involvement: "direct" }], response: "denied" }],
      citations: [{ cases: ["inside"], field: "term", quote: "Сот мұғалімді он тәулікке қамады.", valueKind: "term", value: "P10D", source: "news" }],
    },
    NOW,
  );
  await server.start(NOW);
});

/** From the menu of the case to a draft in this language, for the house. */
async function prepare(page: Page, url: string, kind: string, locale: string, name = "Ғалия Өтеген"): Promise<void> {
  await page.goto(`${url}/cases?view=all&q=${encodeURIComponent(name)}`);
  await page.getByTestId(/^case-row-/).getByRole("link", { name, exact: true }).click();
  await page.waitForURL(CASE);
  await page.getByTestId("action-page").click();
  await page.getByTestId("action-reports").click();
  await page.getByTestId(`action-report-${kind}`).click();
  await expect(page).toHaveURL(new RegExp(`/reports/new\\?kind=${kind}`));
  await send(page, { locale, to: "house" });
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
}

/** The text layer of the file that a click downloads. */
async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("action-pdf").click()]);
  return textOfPdf(await bytesOf(download));
}

const said: Record<string, Record<string, string[]>> = {
  case_dossier: { kk: ["Іс досьесі", "2019 жылғы 22 қазан", "Сот мұғалімді он тәулікке қамады.", "Сынақ газеті", "есептеу қағидасы расталмаған", "Әпкесі"] },
  overdue_letter: { ru: ["Требование о немедленном освобождении", "22 октября 2019 года", "ч. 4 ст. 14", "Норма не подтверждена.", "в течение 24 часов"] },
  urgent_appeal: { en: ["Request for an urgent appeal", "Working Group on Arbitrary Detention", "Why this is urgent", "It is alleged by әпкесі", "Category I"] },
  individual_complaint: { ru: ["Индивидуальная жалоба", "Категория II", "источник сообщения: әпкесі"] },
  special_procedures: { kk: ["Арнайы рәсімдерге жолданым", "Негізсіз ұстау жөніндегі жұмыс тобы", "полиция мұны жоққа шығарды"] },
};

for (const [kind, byLocale] of Object.entries(said)) {
  for (const [locale, sentences] of Object.entries(byLocale)) {
    test(`${kind} is prepared from the case, completed, issued and read as a file, in ${locale}`, async ({ page, server }) => {
      await signIn(page, server.url, "asem", PASSWORD);
      await prepare(page, server.url, kind, locale);
      for (const sentence of sentences) await expect(page.getByTestId("report-document")).toContainText(sentence);
      expect(await barriers(page)).toEqual([]);
      const slot = page.locator("[data-testid^='text-form-']").first();
      await slot.locator("textarea").fill("Осыны ұйым қосты.");
      await slot.getByTestId("submit").click();
      await expect(page).toHaveURL(/saved=/);
      const form = page.getByTestId("issue-form");
      await form.locator("[name='reason']").fill("sent to the addressee");
      const password = form.locator("[name='password']");
      if (await password.count()) await password.fill(PASSWORD);
      await form.getByTestId("submit").click();
      await expect(page.getByTestId("saved-issued")).toBeVisible();
      const text = await downloaded(page);
      for (const sentence of [...sentences, "Ғалия Өтеген", "Осыны ұйым қосты."]) expect(text).toContain(sentence);
      expect(text).not.toMatch(/undefined|null|\[object/);
    });
  }
}

test("the letter goes to the prosecutor where that is chosen, and is refused for somebody who is out", async ({ page, server }) => {
  await signIn(page, server.url, "asem", PASSWORD);
  await page.goto(`${server.url}/cases?view=all&q=${encodeURIComponent("Ғалия Өтеген")}`);
  await page.getByTestId(/^case-row-/).getByRole("link", { name: "Ғалия Өтеген", exact: true }).click();
  await page.waitForURL(CASE);
  await page.getByTestId("action-report-overdue_letter").click();
  await expect(page).toHaveURL(/\/reports\/new/);
  await fill(page, { locale: "en", to: "house", variant: "prosecutor" });
  await submit(page);
  await expect(page.getByTestId("report-document")).toContainText("To the prosecutor (Almaty)");
  // Whom a letter goes to, and about which case, can be told from the list.
  await page.goto(`${server.url}/reports`);
  await expect(page.getByTestId("draft-table").getByRole("rowheader").first()).toHaveText(/^Letter about an overdue releaseTo the prosecutor · [A-Z]+-\d{4}-\d{4}$/);
  await expect(page.getByTestId("issued-table").getByRole("row", { name: "To the UN Working Group on Arbitrary Detention · " }).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.goto(`${server.url}/cases?view=all&q=${encodeURIComponent("Болат Шыққан")}`);
  await page.getByTestId(/^case-row-/).getByRole("link", { name: "Болат Шыққан", exact: true }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").at(-1) ?? "";
  await expect(page.getByTestId("action-report-case_dossier")).toBeVisible();
  await expect(page.getByTestId("action-report-overdue_letter")).toHaveCount(0);
  await page.goto(`${server.url}/reports/new?kind=overdue_letter&id=${id}`);
  await send(page, { locale: "en", to: "house" });
  await expect(page.getByTestId("issue-refused")).toBeVisible();
  await expect(page.getByTestId("issue-form")).toHaveCount(0);
});
