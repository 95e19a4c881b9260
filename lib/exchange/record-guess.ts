import { wordKey } from "@/lib/model/event-import";
import { manyColumns, targetsOf, type ImportKind, type ImportTarget } from "@/lib/model/import-kind";
import { parseTyped } from "@/lib/model/uncertain-date-typed";
import { knownText } from "./cells";
import type { CsvRow } from "./csv-read";
import { guessColumns } from "./event-guess";

type Words = readonly (readonly [target: ImportTarget, pattern: RegExp])[];

/** Words of headings in three languages; the first that fits counts. */
const headings: Words = [
  ["external_id", /^(case[ _]?|person[ _]?)?(id|№|n|no\.?|#|number|номер|идентификатор|код|нөмірі?|р\/с)( п\/п| дела| іс)?$|^№ ?п\/п$/],
  ["stated_by", /stated by|according to|кто (сообщил|сказал|назвал)|со слов|кім айтты|кімнің айтуы/],
  ["stated_release", /stated release|(expected|announced|due) release|ожидаем|должен выйти|должны (выпустить|освободить)|обещали|дата выхода|босатылуы (тиіс|керек)|айтылған босату/],
  ["release_kind", /(manner|kind|type|reason|ground)s? of release|(основание|вид|причина|как) (освобожд|отпу)|босату (түрі|негізі|себебі)/],
  ["released", /releas|freed|освобожд|отпущ|вышел|выпущ|босат|шықты/],
  ["birth_date", /birth|born|dob|рожден|г\.? ?р\.?$|туған/],
  ["other_name", /other name|alias|also known|nickname|latin|друг(ое|ие) им|псевдоним|прозвищ|латин|бұрынғы|басқа (аты|есімі)|лақап/],
  ["judge", /judge|судья|судьи|судья\b/],
  ["court", /court|^суд( |$)|название суда|^сот( |$)|соты$/],
  ["articles", /article|charge|статья|статьи|^ст\.?$|квалификац|бап|бабы/],
  ["order_date", /(ruling|order|decision|sentence|court|trial) date|date of (the )?(ruling|order|decision|sentence)|дата (суда|решения|постановления|приговора)|(сот|шешім|қаулы|үкім)[^ ]* күні/],
  ["order_kind", /(ruling|order|decision|penalty|punishment|sentence)( kind| type)?$|наказани|постановлени|решение суда|вид взыскания|мера|жаза|шешімі|қаулы/],
  ["term", /term|duration|^days$|length|срок|сут(ок|ки)|мерзім|тәулік/],
  ["detention_kind", /(detention|custody) (kind|type)|вид (задержания|содержания|лишения)|^статус$|ұстау түрі/],
  ["held_at", /held( at)?$|facility|prison|detention (centre|center|place)|содерж|где находится|изолятор|спецпри[её]мник|учреждени|қамау|ұсталып отыр|изолятор|орналас/],
  ["agency", /police|agency|\bovd\b|station|detained by|taken by|кем задерж|кто задерж|^овд|рувд|^уп( |$)|отдел|полици|бөлім|кім ұстады/],
  ["lawyer", /lawyer|counsel|attorney|адвокат|защитник|қорғаушы/],
  ["affiliation", /affiliation|organi[sz]ation|movement|party|организаци|движени|парти|ұйым|қозғалыс/],
  ["occupation", /occupation|profession|job|work|професси|род занятий|работа|занятост|мамандығы|жұмыс|кәсіб/],
  ["nationality", /nationality|citizenship|гражданств|национальн|азаматты|ұлты/],
  ["residence", /residence|address|lives|прожива|адрес|место жительства|мекенжай|тұрғылықты|тұратын/],
  ["health_risk", /health|illness|medical|здоров|болезн|инвалид|денсаулы|ауру|мүгедек/],
  ["family_contact", /family|relative|contact|phone|семь|родствен|контакт|телефон|отбасы|туыс|байланыс/],
  ["sex", /^(sex|gender|пол|жынысы?)$/],
  ["place", /^(region|city|town|place|where|регион|город|область|населенный пункт|место|место задержания|где|где задержан[а-я]*|қала|қаласы|аймақ|облыс|жері?|орны|ұсталған жері?)$/],
  ["taken", /(detention|arrest|detained|taken|seized|apprehension)( date| on| at)?$|^date( of (detention|arrest))?$|^when$|^(дата|когда)( и время)?( задержан[а-я]*| ареста)?$|задержан|^арестован|ұсталған|ұстал(ды|у)|^күні$|^уақыты$/],
  ["name", /name|^person$|^who$|фио|ф\. ?и\. ?о|имя|фамилия|задержанн|кто$|человек|аты[- ]?жөні|есімі|аты$|тегі|адам/],
  ["note", /comment|description|note|remark|circumstance|описани|комментари|примечани|обстоятельств|сипаттама|ескерт|қосымша|мән-жай/],
];

/** Which column is what, by its heading and, where that says nothing, by what stands in it; for files of cases and of people. */
export function guessRecordColumns(kind: ImportKind, names: readonly string[], rows: readonly CsvRow[], today: string): ImportTarget[] {
  if (kind === "events") return guessColumns(names, rows);
  const possible: readonly ImportTarget[] = targetsOf[kind];
  const taken = new Set<ImportTarget>();
  const free = (target: ImportTarget | undefined): target is ImportTarget => target !== undefined && possible.includes(target) && (manyColumns.has(target) || !taken.has(target));
  const take = (target: ImportTarget | undefined): ImportTarget => {
    if (!free(target)) return "skip";
    taken.add(target);
    return target;
  };
  const byHeading = names.map((heading) => take(headings.find(([target, pattern]) => possible.includes(target) && pattern.test(wordKey(heading).replaceAll("_", " ")))?.[0]));
  return byHeading.map((target, at) => (target === "skip" && names[at]?.trim() === "" ? take(byCells(rows.slice(0, 50).map(({ cells }) => cells[at] ?? ""), free, today)) : target));
}

/** A column without a heading: days are when somebody was taken, words with capitals are names. */
function byCells(cells: readonly string[], free: (target: ImportTarget) => boolean, today: string): ImportTarget | undefined {
  const filled = cells.map(knownText).filter(Boolean);
  if (filled.length === 0) return undefined;
  if (free("taken") && filled.every((cell) => /\d/.test(cell) && parseTyped(cell, { today }).ok)) return "taken";
  return free("name") && filled.every((cell) => /^\p{Lu}[\p{L}.'’-]+( \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(cell)) ? "name" : undefined;
}
