import type { citedFields } from "@/lib/model/vocabularies";
import type { Found } from "./found";
import { type Page, type Token, tokenAt } from "./page";

type Field = (typeof citedFields)[number];
/** What a word in the sentence speaks of; `due` and `demand` change what a release beside them is. */
type Sign = "release" | "ruling" | "custody" | "event" | "abuse" | "due" | "demand";

const signs: readonly (readonly [Sign, RegExp])[] = [
  ["release", /^(?:босат|босап|бостандыкка|освобо|отпущ|отпуст|выпущ|выпуст|свободу|released?|freed|releasing|walked$)/],
  ["due", /^(?:тиис|керек|должн|предстоит|выйд|must|should|due|expected|expires|истека|аякталады|босайды|шыгады)/],
  ["demand", /^(?:талап|требу|требов|demand|calling|призв|призыв|шакыр)/],
  ["ruling", /^(?:соты|сот$|соттал|суд$|суда$|суде$|судом$|судь|жазага|жаза|укими|каулы|приговор|постановл|оштраф|признал|court|sentenc|ruling|ruled|convict|fined|penalised|judge)/],
  ["custody", /^(?:устал|устад|устап|устаг|камал|камад|камау|камак|тутылд|задерж|арест|detain|arrest|seized|custody|remand|jailed|held$|держал|заключен|доставл)/],
  ["event", /^(?:митинг|пикет|акци|шеру|наразылык|жиын|сход|шестви|протест|марш|rally|rallies|picket|protest|march|demonstrat|action)/],
  ["abuse", /^(?:соккы|урып|урган|кинау|азапта|избит|избил|избие|пытк|пытал|бил$|били$|избива|beaten|beating|beat$|tortur|ill)/],
];
const custodyPlace = /^(?:орн|орын|изолятор)/;
const farthest = 40;
const clauseMarks = new Set([",", ";", ":"]);
const nearest = 3;

/** What each token of a text speaks of. */
export function signsOf(page: Page): (Sign | null)[] {
  const known = new Map<string, Sign | null>();
  return page.tokens.map((token, at) => {
    if (token.kind !== "word") return null;
    let sign = known.get(token.key);
    if (sign === undefined) known.set(token.key, (sign = signs.find(([, shape]) => shape.test(token.key))?.[0] ?? null));
    return inPlace(sign, tokenAt(page, at + 1));
  });
}

function inPlace(sign: Sign | null, next: Token): Sign | null {
  return sign === "custody" && custodyPlace.test(next.key) ? null : sign;
}

/** The fact of a case that a finding most likely is, from its clause first and then from its sentence. */
export function fieldOf(page: Page, marks: readonly (Sign | null)[], found: Found): Field | null {
  switch (found.kind) {
    case "term":
      return "term";
    case "person":
    case "name":
      return "identity";
    case "institution":
      return institutionField(found);
    case "when":
      return timeField(page, marks, found);
    case "count":
      return countField(page, marks, found);
    case "place":
      return "place";
  }
}

function institutionField({ about }: Found): Field {
  if (about === "court") return "ruling";
  if (about === "facility") return "place";
  if (about === "movement") return "event";
  return about === "police" ? "custody" : "other";
}

function timeField(page: Page, marks: readonly (Sign | null)[], found: Found): Field | null {
  const clause = signsNear(page, marks, found, true);
  if (clause.has("event") && !clause.has("release") && signsNear(page, marks, found, true, nearest).has("event")) return "event";
  return decided(clause) ?? decided(signsNear(page, marks, found, false));
}

function countField(page: Page, marks: readonly (Sign | null)[], found: Found): Field | null {
  const near = signsNear(page, marks, found, true);
  const field = decided(near);
  return field === "release" || field === "stated_release" ? field : decided(signsNear(page, marks, found, false)) === null ? null : "event";
}

function decided(near: ReadonlySet<Sign>): Field | null {
  if (near.has("release") && !near.has("demand")) return near.has("due") ? "stated_release" : "release";
  if (near.has("ruling")) return "ruling";
  if (near.has("event")) return "event";
  if (near.has("abuse")) return "abuse";
  return near.has("custody") ? "custody" : null;
}

function signsNear(page: Page, marks: readonly (Sign | null)[], found: Found, clauseOnly: boolean, most = farthest): Set<Sign> {
  const near = new Set<Sign>();
  for (const step of [-1, 1] as const) {
    let at = step === 1 ? found.to : found.from - 1;
    for (let far = 0; far < most; far++, at += step) {
      const token = tokenAt(page, at);
      if (token.kind === "stop" || (clauseOnly && token.kind === "mark" && clauseMarks.has(token.text) && !(tokenAt(page, at - 1).capital && tokenAt(page, at + 1).capital))) break;
      const mark = marks[at];
      if (mark !== undefined && mark !== null) near.add(mark);
    }
  }
  return near;
}
