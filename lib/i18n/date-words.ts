import type { Locale } from "./locales";

/**
 * The words of dates, our own rather than ICU's: browsers carry different Kazakh data, or none, and a date
 * must read the same on the server, in every browser and in `parseTyped`. `{}` is where the date goes.
 */
export type DateWords = {
  /** Beside a day: genitive in Russian. */
  months: readonly string[];
  /** Alone, without a day. */
  monthsAlone: readonly string[];
  monthsShort: readonly string[];
  weekdays: readonly string[];
  weekdaysShort: readonly string[];
  /** After the weekday. */
  weekdayJoin: string;
  /** After a year alone; after a span of years. No mark ends in a full stop: a date may end a sentence. */
  yearAlone: string;
  yearsAlone: string;
  /** A day or a month with its year as letters write it; `{}` is the day, `{year}` the year. */
  formalYear: string;
  formalTime: string;
  aboutDate: string;
  aboutTime: string;
  notAfter: string;
  notBefore: string;
  unknown: string;
  today: string;
  yesterday: string;
  tomorrow: string;
};

const list = (words: string): string[] => words.split(" ");

export const dateWords: Record<Locale, DateWords> = {
  en: {
    months: list("January February March April May June July August September October November December"),
    monthsAlone: list("January February March April May June July August September October November December"),
    monthsShort: list("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    weekdays: list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    weekdaysShort: list("Mon Tue Wed Thu Fri Sat Sun"),
    weekdayJoin: " ",
    yearAlone: "",
    yearsAlone: "",
    formalYear: "{} {year}",
    formalTime: "{}",
    aboutDate: "about {}",
    aboutTime: "about {}",
    notAfter: "{} or earlier",
    notBefore: "{} or later",
    unknown: "unknown",
    today: "today",
    yesterday: "yesterday",
    tomorrow: "tomorrow",
  },
  ru: {
    months: list("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    monthsAlone: list("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    monthsShort: list("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
    weekdays: list("понедельник вторник среда четверг пятница суббота воскресенье"),
    weekdaysShort: list("пн вт ср чт пт сб вс"),
    weekdayJoin: ", ",
    yearAlone: "\u00a0год",
    yearsAlone: "",
    formalYear: "{} {year} года",
    formalTime: "{}",
    aboutDate: "примерно {}",
    aboutTime: "около {}",
    notAfter: "{} или ранее",
    notBefore: "{} или позднее",
    unknown: "неизвестно",
    today: "сегодня",
    yesterday: "вчера",
    tomorrow: "завтра",
  },
  kk: {
    months: list("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
    monthsAlone: list("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
    monthsShort: list("қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел."),
    weekdays: list("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"),
    weekdaysShort: list("дс сс ср бс жм сб жс"),
    weekdayJoin: ", ",
    yearAlone: "\u00a0жыл",
    yearsAlone: "\u00a0жылдар",
    formalYear: "{year} жылғы {}",
    formalTime: "сағат {}",
    aboutDate: "шамамен {}",
    aboutTime: "шамамен {}",
    notAfter: "{} немесе одан бұрын",
    notBefore: "{} немесе одан кейін",
    unknown: "белгісіз",
    today: "бүгін",
    yesterday: "кеше",
    tomorrow: "ертең",
  },
};
