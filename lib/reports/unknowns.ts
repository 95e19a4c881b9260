import { termOf } from "@/lib/model/ordered-term";
import { heldAt } from "./case-facts";
import type { Teller } from "./letter";
import { holdingOrders } from "./overdue";

export type Unknown = "name" | "birth" | "taken" | "agency" | "held_at" | "was_held_at" | "ruling" | "court" | "ruling_date" | "term" | "articles" | "count_from" | "release" | "release_date" | "expected" | "lawyer";

/** What a reader would ask and the record does not hold, in the order in which it would be asked. */
export function unknowns(tell: Teller): Unknown[] {
  const { item, file } = tell;
  const { person, outstanding } = item;
  const orders = file.orders.filter(({ kind }) => holdingOrders.includes(kind));
  const lacking: [Unknown, boolean][] = [
    ["name", person.displayName === "" || !person.named],
    ["birth", person.birthDate === null],
    ["taken", item.taken === null],
    ["agency", item.agency === null],
    [outstanding ? "held_at" : "was_held_at", heldAt(tell) === ""],
    ["ruling", orders.length === 0],
    ["court", orders.some(({ court }) => court === null)],
    ["ruling_date", orders.some(({ date }) => date === null)],
    ["term", orders.some(({ term }) => termOf(term) === null)],
    ["articles", orders.some(({ articles }) => articles.trim() === "")],
    ["count_from", orders.some(({ countFrom }) => countFrom === "not_stated" || countFrom === "")],
    ["release", outstanding],
    ["release_date", !outstanding && item.status !== "died" && item.released === null],
    ["expected", outstanding && item.expectedFrom === null && item.expectedTo === null],
    ["lawyer", item.lawyer === ""],
  ];
  return lacking.filter(([key, missing]) => missing && !withheld(tell, key)).map(([key]) => key);
}

/** Outside the house some of it is left out on purpose: then nobody may read that it is not known. */
function withheld({ destination: { profile }, item }: Teller, key: Unknown): boolean {
  if (profile === "internal") return false;
  if (key === "lawyer") return true;
  if (item.person.named) return false;
  return key === "name" || key === "birth" || (profile === "public" && ["agency", "held_at", "was_held_at", "court"].includes(key));
}
