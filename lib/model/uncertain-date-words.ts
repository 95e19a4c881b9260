import { type DayPart, dayPartPhrases, dayParts, type Half, halfOf } from "./uncertain-date-day-parts";

/** What a word in a typed date stands for. Words are looked up folded: lower case, ё→е, Kazakh letters as on a Russian keyboard. */
export type DateWord =
  | { kind: "month"; month: number; ablative: boolean }
  | { kind: "weekday"; weekday: number }
  | { kind: "relative"; days: number }
  | { kind: "part"; part: 0 | 1 | 2 }
  | { kind: "dayPart"; part: DayPart }
  | { kind: "mark"; mark: DateMark };

export type DateMark =
  | "about" | "at" | "hour" | "minute" | "year" | Half
  | "to" | "from" | "between" | "notAfter" | "notBefore" | "filler";

const kazakhLetters: Record<string, string> = {
  ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", ё: "е",
};

/** Folds letters so that a date typed without a Kazakh layout, or with a Latin i in a Kazakh word, still reads. */
export function foldDateLetters(text: string): string {
  return text
    .replace(/[әғқңөұүһіё]/g, (letter) => kazakhLetters[letter] ?? letter)
    .replace(/(?<=[а-я])i|i(?=[а-я])/g, "и");
}

const word = (alternatives: string): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "gu");

/** Words beside an hour for the half of the day that it is of, folded, each separated by a bar. */
const besideHours: Record<Half, string> = { pm: "", am: "утра|тангы|танертенги", day: "дня", evening: "вечера|кешки", night: "ночи|тунги" };

/** Every phrase that can stand beside an hour, folded, by the half of the day that it makes it one of. */
export const halfPhrases: readonly (readonly [Half, string])[] = [
  ...Object.entries(besideHours).flatMap(([half, list]) => list.split("|").filter(Boolean).map((phrase) => [half as Half, phrase] as const)),
  ...dayParts.flatMap((part) => {
    const half = halfOf(part);
    return half === undefined ? [] : dayPartPhrases[part].split("|").map((phrase) => [half, phrase] as const);
  }),
];

/** What stands for a half in the text once its phrase is found, and for a part of the day: one word of letters. */
const halfWord = (half: Half): string => `half${half}`;
const partWord = (part: DayPart): string => `daypart${part.toLowerCase()}`;
/** Nights are looked for first, since "ночью на 26 октября" begins like "ночью"; of the others, those with the longer phrases. */
const partsInOrder = ["nightInto", "earlyHours", "dawn", "morning", "midday", "day", "afternoon", "evening", "night", "nightOf"] as const satisfies readonly DayPart[];

/** Phrases of several words, replaced in this order by one mark before the text is cut into words. */
export const datePhrases: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:в )?ноч(?:ь|ью) со? (.{1,60}?) на (?=\S)/gu, ` ${partWord("nightOf")} $1 - `],
  [/(?<!\p{L})со? (.{1,40}?) на (.{1,40}?) ночью(?!\p{L})/gu, ` ${partWord("nightOf")} $1 - $2 `],
  [/(\d{1,2}) ?-?(?:нан|нен|дан|ден|тан|тен)(?= \d.{1,40} караган тун)/gu, "$1 - "],
  ...partsInOrder.map((part) => [word(dayPartPhrases[part]), ` ${partWord(part)} `] as const),
  [word("p\\.? ?m\\.?"), ` ${halfWord("pm")} `],
  [word("a\\.? ?m\\.?"), ` ${halfWord("am")} `],
  ...(Object.keys(besideHours) as Half[]).filter((half) => besideHours[half] !== "").map((half) => [word(besideHours[half]), ` ${halfWord(half)} `] as const),
  [word("at noon|noon|в полдень|полдень"), " 12:00 "],
  [word("(?:no|not) later than|not after|on or before|or (?:earlier|before)|before|by|until|till"), " < "],
  [word("не позднее|не позже|(?:или )?(?:ранее|раньше)(?<!не ранее|не раньше)|до|к"), " < "],
  [word("(?:немесе )?одан бурын|бурын|дейин|кешиктирмей"), " < "],
  [word("(?:no|not) earlier than|not before|on or after|or (?:later|after)|after|since|onwards?"), " > "],
  [word("не ранее|не раньше|(?:или )?(?:позднее|позже)|после|начиная со?"), " > "],
  [word("(?:немесе )?одан кейин|кейин|бастап|бери|ерте емес"), " > "],
];

const marks: Record<DateMark, string> = {
  about: "about around approximately approx circa ca c roughly около примерно приблизительно ориентировочно шамамен шамасында шамасы жуык",
  at: "at в во",
  hour: "h hr hrs hour hours oclock ч час часа часов сагат сагатта",
  minute: "min minutes мин минут минуты минута",
  year: "year г гг год года году годах ж жж жыл жылы жылгы жылдын жылда жылдар",
  am: halfWord("am"),
  pm: halfWord("pm"),
  day: halfWord("day"),
  evening: halfWord("evening"),
  night: halfWord("night"),
  to: "to or and through по или и мен пен бен немесе",
  from: "from с со",
  between: "between между аралыгында аралыгы",
  notAfter: "",
  notBefore: "",
  filler: "on in of the day st nd rd th числа число месяца от на куни кун айы айында айынын жергиликти",
};

const parts = [
  "early beginning start начало начале начала басы басында басынан",
  "mid middle середина середине середины ортасы ортасында",
  "late end конец конце конца концу аягы аягында соны сонында",
];

const relative: Record<string, number> = {
  today: 0, сегодня: 0, бугин: 0, бугинги: 0,
  yesterday: -1, вчера: -1, кеше: -1, кешеги: -1,
  позавчера: -2,
  tomorrow: 1, завтра: 1, ертен: 1,
};

const englishMonths = "january february march april may june july august september october november december".split(" ");
const russianMonths = "январ феврал март апрел мая июн июл август сентябр октябр ноябр декабр".split(" ");
const kazakhMonths = "кантар акпан наурыз сауир мамыр маусым шилде тамыз кыркуйек казан караша желтоксан".split(" ");
const shortMonths = [
  "jan янв кан", "feb фев февр акп", "mar мар нау", "apr апр сау", "май мае маю мам", "jun июн мау", "jul июл шил", "aug авг там",
  "sep sept сен сент кыр", "oct окт каз", "nov ноя нояб кар", "dec дек жел",
];

const englishWeekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const russianWeekdays = "понедельник вторник сред четверг пятниц суббот воскресень".split(" ");
const kazakhWeekdays = "дуйсенби сейсенби сарсенби бейсенби жума сенби жексенби".split(" ");
const shortWeekdays = ["mon пн дс", "tue tues вт сс", "wed ср", "thu thur thurs чт бс", "fri пт жм", "sat сб", "sun вс жс"];

const russianEnding = /^(?:ь|я|й|ю|е|ем|а|у|ы|ой)?$/;
const kazakhEnding = /^(?:ы|и|сы|си)?н?(?:да|де|та|те|га|ге|ка|ке|а|е|нын|нин|дын|дин|тын|тин)?(?:гы|ги)?$/;
const kazakhAblative = /^(?:ы|и|сы|си)?(?:нан|нен|дан|ден|тан|тен)$/;

const fixed = new Map<string, DateWord>();
for (const [mark, list] of Object.entries(marks)) {
  for (const entry of list.split(" ")) fixed.set(entry, { kind: "mark", mark: mark as DateMark });
}
parts.forEach((list, part) => list.split(" ").forEach((entry) => fixed.set(entry, { kind: "part", part: part as 0 | 1 | 2 })));
for (const part of dayParts) fixed.set(partWord(part), { kind: "dayPart", part });
for (const [entry, days] of Object.entries(relative)) fixed.set(entry, { kind: "relative", days });
[englishMonths, shortMonths].forEach((table) =>
  table.forEach((list, index) =>
    list.split(" ").forEach((entry) => fixed.set(entry, { kind: "month", month: index + 1, ablative: false })),
  ),
);
[englishWeekdays, shortWeekdays].forEach((table) =>
  table.forEach((list, index) => list.split(" ").forEach((entry) => fixed.set(entry, { kind: "weekday", weekday: index + 1 }))),
);

/** Short forms that running text has for other words too ("сен", "кар", "sun"). */
export const shortDateWords: ReadonlySet<string> = new Set([...shortMonths, ...shortWeekdays].flatMap((list) => list.split(" ")).filter((entry) => !["май", "мае", "маю"].includes(entry)));

/** The meaning of one folded word, or undefined. Russian and Kazakh months and weekdays are known in their cases. */
export function dateWord(folded: string): DateWord | undefined {
  const known = fixed.get(folded);
  if (known !== undefined) return known;
  const month = inflected(folded, russianMonths, kazakhMonths);
  if (month !== undefined) return { kind: "month", month: month.index + 1, ablative: month.ablative };
  const weekday = inflected(folded, russianWeekdays, kazakhWeekdays);
  return weekday === undefined ? undefined : { kind: "weekday", weekday: weekday.index + 1 };
}

function inflected(folded: string, russian: string[], kazakh: string[]): { index: number; ablative: boolean } | undefined {
  const softened = folded.replace(/^кыркуйег/, "кыркуйек");
  for (let index = 0; index < russian.length; index++) {
    const stem = russian[index] ?? "";
    if (folded.startsWith(stem) && russianEnding.test(folded.slice(stem.length))) return { index, ablative: false };
    const kazakhStem = kazakh[index] ?? "";
    if (!softened.startsWith(kazakhStem)) continue;
    const ending = softened.slice(kazakhStem.length);
    if (kazakhAblative.test(ending)) return { index, ablative: true };
    if (kazakhEnding.test(ending)) return { index, ablative: false };
  }
  return undefined;
}
