import { speak } from "./support/forms";
import { everyPage } from "./support/every-page";
import { expect, test } from "./support/test";

const every = everyPage();

for (const locale of ["ru", "kk"] as const) {
  test(`speaks ${locale} all through, with no English left`, async ({ server }) => {
    await every.page.goto(server.url);
    await speak(every.page, locale);
    const found: string[] = [];
    for (const address of every.addresses) {
      await every.page.goto(server.url + address);
      const { lang, body, foreign } = await every.page.evaluate(() => {
        document.querySelectorAll("details").forEach((each) => each.setAttribute("open", ""));
        // A name in another language says that it is one.
        const foreign = [...document.querySelectorAll<HTMLElement>("main [lang=en]")].map((each) => each.innerText);
        return { lang: document.documentElement.lang, body: document.body.innerText, foreign };
      });
      if (lang !== locale) found.push(`${address}: says that it speaks ${lang}`);
      const words = englishIn(foreign.filter(Boolean).reduce((text, each) => text.replaceAll(each, ""), body));
      if (words.length) found.push(`${address}: ${words.join(", ")}`);
    }
    expect(found).toEqual([]);
  });
}

const SAME_EVERYWHERE =
  /^(Erkin|English|Open|https?|onion|Askhat|Asqat|Zheksebayev|Jeksebaev|Asia|Europe|Chrome|Linux|Windows|Almaty|Aqtobe|Aqtau|Atyrau|Oral|Qostanay|Qyzylorda|Bishkek|Tashkent|Moscow|Minsk|Mysalov|Test|Excel|xlsx|Uwazi|Other|dana|marat|vera|other)$/;

/** The English words of a text, each once, without addresses, versions, commands, ids and fingerprints. */
function englishIn(text: string): string[] {
  const plain = text.replace(/https?:\/\/\S+|erkin-release\S*|kazakhstan \d\S*|npm run [^\n]*|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{8}\b|[0-9a-f]{16,}/g, "");
  return [...new Set(plain.match(/[A-Za-z][a-z]{3,}/g)?.filter((word) => !SAME_EVERYWHERE.test(word)))];
}
