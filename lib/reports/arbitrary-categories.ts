import type { AllegedAct } from "@/lib/model/vocabularies";
import type { ReportBlock } from "@/lib/model/report-document";
import { ruleKey } from "@/lib/release/explain";
import { formatHours } from "@/lib/i18n/formats";
import { sentenceOf } from "./allegation-blocks";
import { eventLines } from "./case-facts";
import { bullets, gap, heading, type Teller } from "./letter";
import { exceededLimits } from "./overdue";

/** The five categories of the Working Group on Arbitrary Detention. */
export const categories = ["I", "II", "III", "IV", "V"] as const;
export type Category = (typeof categories)[number];

/** How far the record carries a category: by what it holds itself, by what is alleged alone, or so far not at all. */
export type Standing = "supported" | "alleged" | "open" | "none";
export type Finding = { category: Category; standing: Standing; grounds: string[] };

const exercised = ["iccpr_12", "iccpr_18", "iccpr_19", "iccpr_21", "iccpr_22", "iccpr_25"];
const unlawful: readonly AllegedAct[] = ["unlawful_apprehension", "enforced_disappearance"];
const unfair: readonly AllegedAct[] = ["denial_of_counsel", "forced_statement", "denial_of_interpreter", "incommunicado"];

/** What the record holds for each of the five categories; one that nothing speaks for stays among them, as such. */
export function findings(tell: Teller): Finding[] {
  return categories.map((category) => {
    const { own, alleged = [], open = [] } = sought[category](tell);
    const standing: Standing = own.length > 0 ? "supported" : alleged.length > 0 ? "alleged" : open.length > 0 ? "open" : "none";
    return { category, standing, grounds: [...own, ...alleged, ...open] };
  });
}

type Sought = { own: string[]; alleged?: string[]; open?: string[] };

const sought: Record<Category, (tell: Teller) => Sought> = {
  I: (tell) => {
    // A date of release that somebody names is their word, like what is alleged.
    const [own, said] = tell.overdue?.basis === "stated" ? [[], beyondTerm(tell)] : [beyondTerm(tell), []];
    return { own: [...own, ...limitGrounds(tell)], alleged: [...said, ...allegedGrounds(tell, unlawful)] };
  },
  II: (tell) => {
    const rights = rightsGround(tell, exercised);
    const events = eventLines(tell).map((event) => tell.letters("wgad.ground.event", { event }));
    return rights.length > 0 ? { own: [...rights, ...events] } : { own: [], open: events };
  },
  III: (tell) => ({ own: rightsGround(tell, ["iccpr_14"]), alleged: allegedGrounds(tell, unfair) }),
  IV: (tell) => ({ own: [], open: tell.item.detentionKind === "deportation_custody" ? [tell.letters("wgad.ground.deportation")] : [] }),
  V: (tell) => ({ own: rightsGround(tell, ["iccpr_26"]) }),
};

/** That the person is overdue now, on whose word and by what; nothing where that is not so. */
export function overdueGround({ overdue, file, who, letters, deadline, words }: Teller): string[] {
  if (!overdue) return [];
  const by = words.list([...new Set(file.stated.map(who))]) || letters("protected");
  return [letters(`wgad.ground.overdue_${overdue.basis}`, { when: deadline(overdue.since), who: by })];
}

/** Held beyond the term: now, or until the release. */
function beyondTerm(tell: Teller): string[] {
  const { overdue, beyond, letters, words } = tell;
  if (overdue) return overdueGround(tell);
  return beyond === null ? [] : [letters("release.over", { least: formatHours(beyond.least, words.locale) })];
}

const limitGrounds = ({ estimate, letters, law }: Teller): string[] => exceededLimits(estimate).map(({ rule }) => letters("wgad.ground.limit", { title: law(`title.${ruleKey(rule)}`) }));

const allegedGrounds = (tell: Teller, acts: readonly AllegedAct[]): string[] =>
  tell.file.allegations.filter((allegation) => allegation.acts.some((act) => acts.includes(act as AllegedAct))).map((allegation) => sentenceOf(allegation, tell));

function rightsGround({ file, said, letters, words }: Teller, among: readonly string[]): string[] {
  const engaged = file.rights.filter((right) => among.includes(right)).map((right) => said("engaged_rights", right));
  return engaged.length === 0 ? [] : [letters("wgad.ground.rights", { rights: words.list(engaged) })];
}

/** All five side by side with how far the record carries them, then the grounds of each that anything speaks for. */
export function categoriesBlocks(tell: Teller): ReportBlock[] {
  const { letters } = tell;
  const found = findings(tell);
  const label = (key: string) => letters(`wgad.categories.${key}`);
  const told = found.filter(({ standing }) => standing !== "none");
  return [
    {
      kind: "table",
      caption: label("caption"),
      columns: [{ label: label("category") }, { label: label("meaning"), share: 4 }, { label: label("here"), share: 2 }],
      rows: found.map(({ category, standing }) => [category, label(category), label(standing)]),
      empty: label("none"),
    },
    ...told.flatMap(({ category, grounds }) => [heading(letters("wgad.ground.title", { category }), 2), ...bullets(grounds)]),
    ...(found.some(({ standing }) => standing === "supported" || standing === "alleged") ? [] : [gap(tell, "category")]),
    ...(found.some(({ category, standing }) => category === "IV" && standing === "open") ? [gap(tell, "review")] : []),
  ];
}
