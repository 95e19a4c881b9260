import { foldName } from "@/lib/names/fold";
import { remembered } from "./remembered";
import { feminineNames, masculineNames } from "./given-names";

const cyrillicFamily = /(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|ский|ская|цкий|цкая|енко|чук|ұлы|улы|қызы|кызы|бай|бек|швили|дзе|ян)$/;
const latinFamily = /(?:ov|ev|yev|ova|eva|yeva|in|ina|sky|skiy|skaya|enko|chuk|uly|kyzy|qyzy|bay|bai|bek|shvili|dze)$/;
const patronymic = /(?:ович|евич|овна|евна|ична|ұлы|улы|қызы|кызы|ovich|evich|ovna|evna|uly|kyzy|qyzy)(?:а|у|ем|ом|ой|ы|е|ның|ға|ны|дан|нан)?$/;
const kazakhCases = /(?:дағы|дегі|тағы|тегі|дан|ден|тан|тен|нан|нен|да|де|та|те|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|ның|нің|дың|дің|тың|тің|мен|бен|пен)$/;
const notFamilies = new Set("штатов советов наций народов прав основ районов городов депутатов родителей россиян новостей часов берлин пекин магазин один господин гражданин чехов-сад украин украина краина страна война вина цена сторона картина причина машина half again within captain britain spain train captain berlin begin latin admin protein cabin".split(" "));

type Gender = "f" | "m" | null;

/** True for what ends as a family name does in the region, in the first case. */
export function isFamilyShape(word: string): boolean {
  const lower = word.toLowerCase();
  return lower.length >= 5 && !notFamilies.has(lower) && (cyrillicFamily.test(lower) || latinFamily.test(lower));
}

export function isPatronymic(word: string): boolean {
  return word.length > 5 && patronymic.test(word.toLowerCase());
}

/** A given name in the first case, with the gender that it has; null for a word that is not one of the usual ones. */
export function givenName(word: string, family = ""): { bare: string; gender: Gender } | null {
  const both = /[ую]$/.test(word) ? word.replace(/у$/, "а").replace(/ю$/, "я") : word;
  // "Александру Пипич" is a woman in the accusative: a man's family name would have an ending too.
  if (both !== word && /[бвгджзклмнпрстфхцчшщо]$/.test(family) && usualName(both)?.gender === "f" && usualName(both)?.bare === both) return { bare: both, gender: "f" };
  return usualName(word);
}

const usualName = remembered((word): { bare: string; gender: Gender } | null => {
  for (const bare of casesOf(word)) {
    const key = foldName(bare);
    const f = feminineNames.has(key);
    const m = masculineNames.has(key);
    if (f || m) return { bare, gender: f === m ? null : f ? "f" : "m" };
  }
  return null;
});

/** The word itself, then what it is without a Kazakh, Russian or English case ending. */
function casesOf(word: string): string[] {
  const found = /ии$/.test(word) ? [word.replace(/и$/, "й"), word.replace(/и$/, "я")] : [word];
  if (/['’]s$/i.test(word)) found.push(word.slice(0, -2));
  const kazakh = word.replace(kazakhCases, "");
  if (kazakh !== word && kazakh.length > 2) found.push(kazakh);
  if (/[ауе]$/.test(word) && word.length > 3) found.push(word.slice(0, -1));
  if (/(?:ом|ем)$/.test(word)) found.push(word.slice(0, -2), word.replace(/ем$/, "й"), word.replace(/ем$/, "ь"));
  if (/[уыеи]$/.test(word)) found.push(word.replace(/.$/, "а"), word.replace(/.$/, "я"));
  if (/(?:ой|ей)$/.test(word)) found.push(word.replace(/ой$/, "а"), word.replace(/ей$/, "я"), word.replace(/ей$/, "а"));
  if (/[яюе]$/.test(word)) found.push(word.replace(/.$/, "й"), word.replace(/.$/, "ь"));
  if (/ю$/.test(word)) found.push(word.replace(/.$/, "я"));
  return found;
}

/** A family name in the first case; null where it has no shape of one. The gender of the given name decides what "-ова" is. */
export function familyName(word: string, gender: Gender): string | null {
  return familyIn[gender ?? "none"](word);
}

const familyIn = { m: remembered((word) => familyOf(word, "m")), f: remembered((word) => familyOf(word, "f")), none: remembered((word) => familyOf(word, null)) };

function familyOf(word: string, gender: Gender): string | null {
  const bare = word.replace(/['’]s$/i, "");
  const lower = bare.toLowerCase();
  if (gender === "m") {
    const masculine = bare.replace(/([оеё]в|[иы]н)(?:а|у|ым|е)$/, "$1").replace(/(ск|цк)(?:ого|ому|им|ом)$/, "$1ий");
    if (masculine !== bare && isFamilyShape(masculine)) return masculine;
  }
  if (gender === "f") {
    const femininity = bare.replace(/([оеё]в|[иы]н)(?:ой|у|е)$/, "$1а").replace(/(ск|цк)(?:ой|ую)$/, "$1ая");
    if (femininity !== bare && isFamilyShape(femininity)) return femininity;
  }
  if (isFamilyShape(bare)) return bare;
  const stripped = lower.length > 5 ? bare.replace(kazakhCases, "") : bare;
  if (stripped !== bare && isFamilyShape(stripped)) return stripped;
  const russian = bare.replace(/([оеё]в|[иы]н)(?:у|ым|ой)$/, (_, shape: string) => shape).replace(/(ск|цк)(?:ого|ому|им|ом)$/, "$1ий");
  return russian !== bare && isFamilyShape(russian) ? russian : null;
}

/** A family name without a shape beside a known given name: only endings that cannot be part of it go. */
export function shapelessFamily(word: string, gender: Gender, givenChanged: boolean): string {
  const bare = word.replace(/['’]s$/i, "");
  if (givenChanged && gender === "m") return bare.replace(/(н|в)ого$|(н|в)ому$/, (ending) => `${ending[0] ?? ""}ый`).replace(/(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем)$/, "").replace(/(?<=[аеиоуы])(?:я|ю)$/, "й");
  return bare.replace(/(?<=[а-яәіңғүұқөһ]{4})(?:дың|дің|тың|тің|ның|нің|ға|ге|қа|ке)$/, "");
}
