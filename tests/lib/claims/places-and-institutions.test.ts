import { describe, expect, it } from "vitest";
import { read, told } from "./reading";

describe("places", () => {
  it.each([
    ["Алматыда, Алматыдағы, Алматыға, Алматыдан, Алматының, Алматыны", Array(6).fill("ALA")],
    ["Шымкентте, Шымкенттен, Ташкентке, Ақтөбеде, Оралда, Таразға", ["SHY", "SHY", "TAS", "AKB", "ORL", "TRZ"]],
    ["в Алматы, из Караганды, в Москве, под Москвой, в Астану, в Уральске, из Костаная, в Семее", ["ALA", "KGD", "MOW", "MOW", "AST", "ORL", "KOS", "SEM"]],
    ["Нұр-Сұлтанда, в Нур-Султане, Nur-Sultan's streets, в Усть-Каменогорске", ["AST", "AST", "AST", "OSK"]],
    ["Рудный қаласында, в городе Рудный, in the city of Rudny", ["Рудный", "Рудный", "Rudny"]],
  ])("%s", (text, expected) => expect(read(text).filter(({ kind }) => kind === "place").map(({ value }) => value)).toEqual(expected));

  it.each(["Алматы облысында, Алматинская область", "Нұрсұлтан Назарбаев", "он орал на улице", "улица Москва"])("none in: %s", (text) => expect(told("place", text)).toEqual([]));
});

describe("institutions", () => {
  it.each([
    ["Алматы қалалық сотының судьясы", ["Алматы қалалық сотының = Алматы қалалық соты"]],
    ["В Кунцевском районном суде Москвы", ["Кунцевском районном суде Москвы = Кунцевский районный суд Москвы"]],
    ["The Bostandyk District Court ruled.", ["Bostandyk District Court = Bostandyk District Court"]],
    ["Его держат в СИЗО-1, потом в спецприёмнике Алматы.", ["СИЗО-1 = СИЗО-1", "спецприёмнике Алматы = спецприёмник Алматы"]],
    ["Уақытша ұстау изоляторында отыр.", ["Уақытша ұстау изоляторында = Уақытша ұстау изоляторы"]],
    ["Алматы полиция департаменті", ["Алматы полиция департаменті = Алматы полиция департаменті"]],
    ["Движение «Бесстрашные» и партия «Алга»", ["Движение «Бесстрашные» = Бесстрашные", "партия «Алга» = Алга"]],
    ["Об этом говорят в МВД и ІІМ-де.", ["МВД = МВД", "ІІМ = ІІМ"]],
  ])("%s", (text, expected) => expect(told("institution", text)).toEqual(expected));

  it.each(["Сот оны қамады.", "Суд его оштрафовал.", "Районный суд отложил дело.", "The court ruled.", "Им сообщили.", "«Свободу узникам»", "в 50 ОВД Москвы"])("none in: %s", (text) => expect(told("institution", text)).toEqual([]));

  it("on record answer to all their names", () => {
    const institutions = [{ id: "mvd", kind: "agency", names: ["Министерство внутренних дел"] }, { id: "saks", kind: "court", names: ["Специализированный межрайонный административный суд"] }, { id: "azattyq", kind: "media", names: ["Азаттық"] }];
    expect(told("institution", "ІІМ-нің дерегі, МВД, Министерству внутренних дел", { institutions })).toEqual(["ІІМ = mvd", "МВД = mvd", "Министерству внутренних дел = mvd"]);
    expect(told("institution", "решение специализированного межрайонного административного суда", { institutions })[0]).toMatch(/ = saks$/);
    expect(told("institution", "Азаттық тілшісі азаттық сұрады", { institutions })).toEqual(["Азаттық = azattyq"]);
  });
});

describe("who says so", () => {
  const saidBy = (text: string) => read(text)[0]?.saidBy;
  it.each([
    ["Құқық қорғаушылар 40 адам ұсталғанын айтты.", "Құқық қорғаушылар"], ["ІІМ Алматыда 26 адам ұсталғанын хабарлады", "ІІМ"], ["4 қарашада шығады, - деді ол.", "ол"],
    ["26 адам ұсталғаны хабарланған еді.", ""], ["Полиция 26 адамды ұстады.", ""], ["По данным МВД, задержаны 26 человек.", "МВД"], ["По словам матери активиста, его увезли 26 октября.", "матери"],
    ["По данным на вечер 28 июля, задержаны многие.", ""], ["Задержаны 26 человек, сообщили в МВД.", "МВД"], ["26 человек задержаны, сказала она.", "она"],
    ["According to rights defenders, 26 people were detained.", "rights defenders"], ["26 people were detained, police said.", "police"], ["Police detained 26 people.", ""],
  ])("%s", (text, expected) => expect(saidBy(text)).toBe(expected));
});
