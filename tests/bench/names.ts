import type { Random } from "./random";

/** Building blocks of invented names; nobody is meant by any combination of them. */
const kazakh = {
  men: ["Айбар", "Бекзат", "Дәулет", "Еркебұлан", "Жандос", "Қайрат", "Мирас", "Нұрболат", "Олжас", "Сәкен", "Төлеген", "Ұлан", "Шыңғыс", "Ілияс", "Әділ", "Ғани"],
  women: ["Айгерім", "Балжан", "Гүлнұр", "Динара", "Жанерке", "Қарлығаш", "Мөлдір", "Назгүл", "Сәуле", "Томирис", "Ұлжан", "Әсел"],
  roots: ["Ақсай", "Бөрі", "Дала", "Жұмаш", "Көктас", "Қайың", "Майтөбе", "Нарын", "Сарша", "Тұлпар", "Үйсін", "Шоқпар", "Мырзагер", "Есен", "Оспан", "Кенжеғұл"],
  endings: ["баев", "беков", "ұлы", "ғалиев", "тайұлы", "пейісов", "ханов", "берген"],
};
const russian = {
  men: ["Андрей", "Борис", "Виталий", "Глеб", "Егор", "Кирилл", "Матвей", "Пётр", "Семён", "Тимофей", "Юрий", "Ярослав"],
  women: ["Алла", "Варвара", "Дарья", "Ксения", "Лидия", "Нина", "Полина", "Софья", "Юлия", "Зоя"],
  roots: ["Берестов", "Громыхал", "Дубровин", "Ежевик", "Заречн", "Лукошк", "Мельник", "Облаков", "Полынь", "Рябинк", "Синицын", "Щегольк"],
  endings: ["ский", "ин", "ов", "енко", "ев"],
};
const latin = {
  men: ["Aibek", "Daniyar", "Yerlan", "Marat", "Nurlan", "Ruslan", "Sanjar", "Timur"],
  women: ["Aliya", "Gulnara", "Kamila", "Madina", "Saltanat", "Zarina"],
  roots: ["Akmol", "Bores", "Dzhangel", "Iskan", "Karatal", "Mukhtan", "Sarym", "Tolesh", "Yesil", "Zhaiyk"],
  endings: ["bayev", "bekov", "uly", "galiyev", "ov", "khanov"],
};
const arabic = {
  men: ["ئابلەت", "تۇرسۇن", "قاسىم", "مۇرات"],
  women: ["ئايگۈل", "گۈلنار", "پەرىدە"],
  roots: ["ياركەن", "تارىم", "قومۇل", "ئاقسۇ"],
  endings: ["جان", "ئاخۇن", "بەگ"],
};
const stocks = [kazakh, kazakh, kazakh, kazakh, russian, russian, russian, latin, latin, arabic];

export type InventedPerson = { name: string; sex: "female" | "male"; alias: string | null };

/** A full name in one of four scripts or spellings, and for some a second spelling. */
export function inventPerson(random: Random): InventedPerson {
  const stock = random.pick(stocks);
  const female = random.chance(0.35);
  const surname = random.pick(stock.roots) + random.pick(stock.endings);
  const given = random.pick(female ? stock.women : stock.men);
  const alias = random.chance(0.15) ? `${random.pick(latin.roots)}${random.pick(latin.endings)} ${random.pick(female ? latin.women : latin.men)}` : null;
  return { name: `${surname} ${given}`, sex: female ? "female" : "male", alias };
}

export const inventJudge = (random: Random): string => `${random.pick(kazakh.roots)}${random.pick(kazakh.endings)} ${random.pick("АБДЕЖКМНС".split(""))}.`;
