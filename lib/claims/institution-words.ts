import { foldName } from "@/lib/names/fold";
import type { Found } from "./found";

export type InstitutionAbout = NonNullable<Found["about"]>;

/** Bodies under all the names that texts use for them, abbreviations first; a record with one of the names answers to all of them. */
const sameBodies: readonly (readonly [InstitutionAbout, readonly string[]])[] = [
  ["agency", ["ІІМ", "МВД", "Ішкі істер министрлігі", "Министерство внутренних дел", "Ministry of Internal Affairs", "Interior Ministry"]],
  ["agency", ["ҰҚК", "КНБ", "Ұлттық қауіпсіздік комитеті", "Комитет национальной безопасности", "National Security Committee"]],
  ["agency", ["Бас прокуратура", "Генпрокуратура", "Генеральная прокуратура", "Prosecutor General's Office"]],
  ["agency", ["Әділет министрлігі", "Министерство юстиции", "Ministry of Justice"]],
  ["agency", ["ФСБ", "Федеральная служба безопасности"]],
  ["agency", ["Следственный комитет", "Investigative Committee"]],
  ["movement", ["ҚДТ", "ДВК", "Қазақстанның демократиялық таңдауы", "Демократический выбор Казахстана", "Democratic Choice of Kazakhstan"]],
  ["movement", ["Oyan, Qazaqstan", "Оян, Қазақстан", "Оян, Казахстан"]],
  ["ngo", ["ОВД-Инфо", "OVD-Info"]],
  ["ngo", ["Human Rights Watch"]],
  ["ngo", ["Amnesty International"]],
];

/** Each name with its body: the first name is what a body that is not on record is called. */
export const bodies = sameBodies.map(([about, names]) => ({ about, names, keys: names.map(foldName) }));

/** Abbreviations are matched as written, in capitals: "ИМ" is not the ministry. */
export const abbreviations = new Map(bodies.flatMap((body) => body.names.filter((name) => /^\p{Lu}{2,4}$/u.test(name)).map((name) => [name, body] as const)));

/** Folded as words of dates are. */
export const courtKinds = /^(?:мамандандырыл|аудан|ауданаралык|акимшилик|акимишилик|кылмыстык|калалык|облыстык|тергеу|жогаргы|апелляциялык|аскери|кассациялык|азаматтык|специализированн|межрайонн|административн|районн|городск|областн|верховн|апелляционн|кассационн|следственн|военн|гарнизонн|конституционн|уголовн|мировой|мирового|specialised|specialized|inter|interdistrict|district|administrative|city|regional|supreme|criminal|investigative|military|appeal|appellate|constitutional)/;
const inWords = (phrases: readonly string[]): string[][] => phrases.map((phrase) => phrase.split(" "));

/** Kinds of places of custody and of police bodies, each word as its beginning. */
export const facilityPhrases = inWords([
  "уакытша устау изолятор", "арнайы кабылдау", "тергеу изолятор", "изолятор временного содержан", "специальн приемник", "следственн изолятор", "спецприемник",
  "special detention cent", "temporary detention", "pre - trial detention cent", "juvenile detention cent", "detention cent", "remand prison", "penal colony",
]);
export const policePhrases = inWords(["полиция департамент", "полиция баскарма", "полиция болим", "департамент полиции", "управлени полиции", "отдел полиции", "отделени полиции", "police department", "police station"]);
/** Abbreviations of them, as written. */
export const facilityLetters = new Set(["СИЗО", "ИВС", "SIZO"]);
export const policeLetters = new Set(["УВД", "РУВД", "ГУВД", "ДВД", "ОВД", "РОВД", "ДП"]);
