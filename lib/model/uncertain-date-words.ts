/** What a word in a typed date stands for. Words are looked up folded: lower case, ё→е, Kazakh letters as on a Russian keyboard. */
export type DateWord =
  | { kind: "month"; month: number; ablative: boolean }
  | { kind: "weekday"; weekday: number }
  | { kind: "relative"; days: number }
  | { kind: "part"; part: 0 | 1 | 2 }
  | { kind: "mark"; mark: DateMark };

export type DateMark =
  | "about" | "at" | "hour" | "minute" | "year" | "am" | "pm" | "night"
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

/** Phrases for a half of the day, folded, each separated by a bar. */
export const halfPhrases = {
  pm: "in the afternoon|afternoon|in the evening|после полудня|пополудни|вечера|дня|тустен кейин|кешки",
  am: "in the morning|утра|тангы|танертенги",
  night: "at night|ночи|тунги",
} as const;

/** Phrases of several words, replaced in this order by one mark before the text is cut into words. */
export const datePhrases: readonly (readonly [RegExp, string])[] = [
  [word(`p\\.? ?m\\.?|${halfPhrases.pm}`), " pm "],
  [word(`a\\.? ?m\\.?|${halfPhrases.am}`), " am "],
  [word(halfPhrases.night), " night "],
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
  am: "am",
  pm: "pm",
  night: "night",
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
