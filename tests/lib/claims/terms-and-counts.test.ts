import { describe, expect, it } from "vitest";
import { told } from "./reading";

describe("terms in running text", () => {
  it.each([
    ["Сот оны 15 тәулікке қамады.", ["15 тәулікке = P15D"]],
    ["Он бес тәулікке қамалды.", ["Он бес тәулікке = P15D"]],
    ["Сот оны 3 жылға бас бостандығынан айырды.", ["3 жылға = P3Y"]],
    ["Оған 10 тәулік қамақ берілді.", ["10 тәулік = P10D"]],
    ["Өмір бойына бас бостандығынан айырылды.", ["Өмір бойына = LIFE"]],
    ["Суд арестовал его на 10 суток.", ["10 суток = P10D"]],
    ["Получил двое суток ареста.", ["двое суток = P2D"]],
    ["Приговорён к 2 годам и 6 месяцам колонии.", ["2 годам и 6 месяцам = P2Y6M"]],
    ["Полтора года ограничения свободы.", ["Полтора года = P1Y6M"]],
    ["Приговорён к пожизненному заключению.", ["пожизненному заключению = LIFE"]],
    ["He was jailed for ten days.", ["ten days = P10D"]],
    ["She got a 15-day arrest.", ["15-day = P15D"]],
    ["Sentenced to two years and six months in prison.", ["two years and six months = P2Y6M"]],
    ["She was sentenced to life in prison.", ["life in prison = LIFE"]],
  ])("%s", (text, expected) => expect(told("term", text)).toEqual(expected));

  it.each([
    "Ол екі аптадан астам пикет өткізді.", "11 күннен бері талап етіп жүр.", "Ему грозит до 15 суток.", "Он активист, ему 25 лет.", "Мать ждала три дня.", "Через 10 суток вышел.",
    "Up to 15 days in jail.", "He waited for ten days.", "Two days ago he was arrested.", "Үш күн бұрын қамалды.", "Он суд ждал.", "Запретили выезд на 2 года.",
  ])("no term in: %s", (text) => expect(told("term", text)).toEqual([]));
});

describe("counts in running text", () => {
  it.each([
    ["Тағы бес жігіт шықты.", ["бес жігіт = exact:5"]],
    ["Оны он шақты белсенді күтті.", ["он шақты белсенді = about:10"]],
    ["Кемінде 40 адам ұсталды.", ["Кемінде 40 адам = at_least:40"]],
    ["100-ден астам адамды ұстады.", ["100-ден астам адамды = at_least:100"]],
    ["40-қа жуық адам келді.", ["40-қа жуық адам = about:40"]],
    ["Жүздеген адам жиналды.", ["Жүздеген адам = hundreds:"]],
    ["Задержали более 40 человек.", ["более 40 человек = at_least:40"]],
    ["Полиция задержала более 1 373 участников.", ["более 1 373 участников = at_least:1373"]],
    ["Не менее двадцати пяти мирных жителей.", ["Не менее двадцати пяти мирных жителей = at_least:25"]],
    ["Пятеро молодых активистов.", ["Пятеро молодых активистов = exact:5"]],
    ["At least 24 people and some 30 young men.", ["At least 24 people = at_least:24", "some 30 young men = about:30"]],
    ["Dozens were detained, far more people than told.", ["Dozens = tens:", "far more people = far_more:"]],
  ])("%s", (text, expected) => expect(told("count", text)).toEqual(expected));

  it.each(["Он активист.", "До 40 человек.", "40–50 человек.", "Дом № 5 людей.", "26 октября люди вышли.", "One man, a woman.", "Бір белсенді келді.", "Бірнеше адам.", "Several people.", "10 суток", "25 лет человеку"])("no count in: %s", (text) => expect(told("count", text)).toEqual([]));
});
