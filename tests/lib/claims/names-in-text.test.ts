import { describe, expect, it } from "vitest";
import { read, told, values } from "./reading";

describe("names in running text", () => {
  it.each([
    ["Кеше Ерлан Қасымовқа хат келді, Әлібек Асановты да көрдік.", ["Ерлан Қасымов", "Әлібек Асанов"]],
    ["Айгүл Болатқызының адвокаты.", ["Айгүл Болатқызы"]],
    ["Задержали Веру Олейникову, Ивана Иванова и Александру Пипич.", ["Вера Олейникова", "Иван Иванов", "Александра Пипич"]],
    ["Расследование Алексея Навального о Дмитрии Медведеве.", ["Алексей Навальный", "Дмитрий Медведев"]],
    ["Судья А. Ержанова и адвокат Иван Петрович Сидоров.", ["А. Ержанова", "Иван Петрович Сидоров"]],
    ["Бұл туралы Қасым-Жомарт Серіковке айтылды, Дулат Оспан да білді.", ["Қасым-Жомарт Серіков", "Дулат Оспан"]],
    ["Lawyers met Nurlan Serikov and Aigul Bolatova's mother.", ["Nurlan Serikov", "Aigul Bolatova"]],
  ])("%s", (text, expected) => expect(values("name", text)).toEqual(expected));

  it.each(["Соединенных Штатов Америки не было.", "Активист Иванов вышел.", "Полиция Алматы.", "Республика алаңында болды.", "В Красноярском крае и Организации Объединенных Наций.", "На Невском Проспекте.", "Союз Журналистов.", "The Supreme Court of Kazakhstan.", "Fridays For Future"])("no name in: %s", (text) => expect(told("name", text)).toEqual([]));
});

describe("people on record", () => {
  const people = [{ id: "a", names: ["Айдос Серіков"] }, { id: "b", names: ["Айдос Мұратов", "Aidos Muratov"] }, { id: "n", names: ["Ноян"] }];

  it("are found in each script, order and case", () => {
    expect(told("person", "Айдос Серіковтің анасы, Серикова Айдоса, Aidos Muratov.", { people })).toEqual(["Айдос Серіковтің = a", "Серикова Айдоса = a", "Aidos Muratov = b"]);
  });

  it("are doubted where a given name alone could be several", () => {
    expect(read("Кеше Айдос, Ноян есімді жігіттер шықты.", { people }).filter(({ kind }) => kind === "person")).toMatchObject([
      { value: "a", doubts: ["several_known", "given_name_only"] },
      { value: "n", doubts: ["given_name_only"] },
    ]);
  });

  it("are not taken for others of the same given name", () => {
    expect(told("person", "Кеше Айдос Садықов келді.", { people })).toEqual([]);
    expect(values("name", "Кеше Айдос Садықов келді.", { people })).toEqual(["Айдос Садықов"]);
  });

  it("are known by the family name once the text has named them whole", () => {
    const text = "Айдос Мұратовты ұстады. Мұратов үйінде еді.";
    expect(read(text, { people }).filter(({ kind }) => kind === "person")).toMatchObject([{ value: "b", doubts: [] }, { value: "b", doubts: [] }]);
  });
});
