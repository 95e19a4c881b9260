import type { OutOrder } from "@/lib/model/outgoing";
import type { ReportBlock } from "@/lib/model/report-document";
import { allegationsPart, sentenceOf } from "./allegation-blocks";
import { categoriesBlocks, overdueGround } from "./arbitrary-categories";
import { countedFrom, detentionRows, heldAt, identityRows, lastSeen, rulingBlocks } from "./case-facts";
import { added, bullets, gap, gapUnless, heading, note, paragraph, signature, teller, type Letter, type LetterData, type Teller } from "./letter";
import { releaseBlocks } from "./release-blocks";
import type { ReportWords } from "./report-words";

export type Appeal = "urgent_appeal" | "individual_complaint";

/**
 * What the Working Group on Arbitrary Detention asks in its model questionnaire, answered from the case; what the record does not hold is
 * marked as a gap with its question. An urgent appeal begins with the danger, and is refused for somebody who is not held now.
 */
export function buildArbitraryDetention(kind: Appeal, data: LetterData, words: ReportWords): Letter {
  const tell = teller(data, words);
  const { letters, item, name, organisation } = tell;
  const urgent = kind === "urgent_appeal";
  const part = (key: string, blocks: ReportBlock[]): ReportBlock[] => [heading(letters(`wgad.part.${key}`)), ...blocks, added(tell, key)];
  return {
    title: letters(`wgad.title.${kind}`),
    subtitle: letters("overdue.subtitle", { name, reference: item.reference }),
    addressee: [letters("wgad.to.line_1"), letters("wgad.to.line_2")],
    ...(urgent && !item.outstanding ? { refusal: "not_held" as const } : {}),
    blocks: [
      ...(urgent && !item.outstanding ? [note(letters("wgad.not_held"))] : []),
      paragraph(letters(`wgad.opening.${kind}`, { organisation, name })),
      ...(urgent ? part("danger", dangerBlocks(tell)) : []),
      ...part("identity", identityBlocks(tell)),
      ...part("arrest", arrestBlocks(tell)),
      ...part("detention", detentionBlocks(tell)),
      ...allegationsPart(tell),
      ...part("arbitrary", categoriesBlocks(tell)),
      ...part("remedies", remedyBlocks(tell)),
      heading(letters("wgad.request")),
      paragraph(letters(`wgad.ask.${kind}`)),
      added(tell, "request"),
      ...part("submitter", submitterBlocks(tell)),
      signature(tell),
    ],
  };
}

const endangering = ["beating", "torture", "threats", "sexual_violence", "denial_of_medical_care", "incommunicado", "enforced_disappearance", "conditions", "denial_of_food", "excessive_force", "denial_of_contact"];

/** What endangers the person now, as far as it is on record; each allegation with whose word it is. */
function dangerBlocks(tell: Teller): ReportBlock[] {
  const { letters, item, file } = tell;
  const seen = lastSeen(tell);
  const own = [
    ...overdueGround(tell),
    ...(seen === "contact_lost" ? [letters("wgad.danger.whereabouts")] : []),
    ...(seen === "hospitalised" ? [letters("wgad.danger.hospital")] : []),
    ...(item.detentionKind === "incommunicado" ? [letters("wgad.danger.incommunicado")] : []),
    ...(item.person.healthRisk.trim() ? [letters("wgad.danger.health", { text: item.person.healthRisk.trim() })] : []),
  ];
  const alleged = file.allegations.filter(({ acts }) => acts.some((act) => endangering.includes(act))).map((allegation) => sentenceOf(allegation, tell));
  const all = [...own, ...alleged];
  return all.length === 0 ? [gap(tell, "danger")] : bullets(all);
}

function identityBlocks(tell: Teller): ReportBlock[] {
  const { person } = tell.item;
  const has = (text: string | null) => text !== null && text !== "" && text !== "unknown";
  const outside = tell.destination.profile !== "internal";
  return [
    { kind: "facts", rows: identityRows(tell) },
    ...(outside && !person.named ? [gap(tell, "consent")] : gapUnless(tell, person.displayName !== "", "name")),
    ...gapUnless(tell, has(person.sex), "sex"),
    ...gapUnless(tell, has(person.birthDate), "birth"),
    ...gapUnless(tell, has(person.nationality), "nationality"),
    gap(tell, "document"),
    ...gapUnless(tell, has(person.occupation), "occupation"),
    ...gapUnless(tell, has(person.residence), "residence"),
  ];
}

/**
 * The arrest: when, where, by which forces, and what the record does not keep, such as whether a warrant was shown. The law that a ruling names
 * stands with the ruling, and the event with the reasons for which the detention may be arbitrary.
 */
function arrestBlocks(tell: Teller): ReportBlock[] {
  const { letters, item, date, place, body } = tell;
  const row = (key: string, value: string) => ({ label: letters(key), value });
  return [
    { kind: "facts", rows: [row("detention.taken", date(item.taken)), row("detention.place", place), row("wgad.forces", body(item.agency))] },
    ...gapUnless(tell, item.taken !== null, "taken"),
    gap(tell, "arrest_place"),
    ...gapUnless(tell, item.agency !== null, "agency"),
    gap(tell, "warrant"),
    gap(tell, "reasons"),
  ];
}

/** The detention after the arrest: length, places and transfers, who ordered it on what ground, until when. What the arrest and the release tell is not told again. */
function detentionBlocks(tell: Teller): ReportBlock[] {
  const { file, item } = tell;
  const ordered = file.orders.filter((order) => !isReview(order));
  return [
    { kind: "facts", rows: detentionRows(tell, { arrest: false, release: false }) },
    ...placesBlocks(tell),
    ...gapUnless(tell, heldAt(tell) !== "", item.outstanding ? "held_at" : "was_held_at"),
    ...rulingBlocks(tell, { judges: false, orders: ordered }),
    ...gapUnless(tell, ordered.length > 0, "ruling"),
    ...gapUnless(tell, file.orders.some(({ articles }) => articles.trim() !== ""), "basis"),
    ...releaseBlocks(tell, { reasons: false, level: 2 }),
  ];
}

/** Rulings on an earlier one are steps taken inside the country. */
const isReview = ({ kind }: Pick<OutOrder, "kind">): boolean => kind === "appeal" || kind === "annulment";

/** The places of detention and what happened there; what stands elsewhere (the seizure, the release, the present place without a date) is left out, and so is a table in which nothing else would stand. */
function placesBlocks(tell: Teller): ReportBlock[] {
  const { letters, file, date, said, body, item } = tell;
  const label = (key: string) => letters(`wgad.places.${key}`);
  const isArrest = ({ kind, when, institution }: (typeof file.moments)[number]) => kind === "seized" && when === item.taken && (institution === null || institution.id === item.agency?.id);
  const isRelease = ({ kind, when }: (typeof file.moments)[number]) => kind === "released" && when === item.released;
  // Where somebody is held now is a row of its own; when they came there is not known.
  const isPresentPlace = ({ kind, when, institution }: (typeof file.moments)[number]) => kind === "admitted" && when === null && institution !== null && institution.id === item.heldAt?.id;
  const moments = file.moments.filter((moment) => !isArrest(moment) && !isRelease(moment) && !isPresentPlace(moment));
  if (moments.length === 0 && file.moments.length > 0) return [];
  return [
    {
      kind: "table",
      caption: label("caption"),
      columns: [{ label: label("when"), share: 2 }, { label: label("what"), share: 2 }, { label: label("where"), share: 3 }],
      rows: moments.map(({ when, kind, institution }) => [date(when), said("moment_kinds", kind), body(institution)].map((cell) => cell || letters("not_known"))),
      empty: label("empty"),
    },
  ];
}

/** Appeals, complaints and what came of them. */
function remedyBlocks(tell: Teller): ReportBlock[] {
  const { letters, file, said, body, date, estimate } = tell;
  const label = (key: string) => letters(`wgad.steps.${key}`);
  const filed = estimate?.appeals.filter((appeal) => appeal.filed !== null).map((appeal) => [letters("wgad.appeal_filed", { order: said("order_kinds", appeal.orderKind) }), "", date(appeal.filed), ""]) ?? [];
  const decided = file.orders.filter(isReview).map((order) => [said("order_kinds", order.kind), body(order.court), date(order.date), tell.joined(tell.term(order.term), order.articles.trim(), counted(tell, order))]);
  const complaints = file.allegations.flatMap(({ complaints: made }) => made.map((each) => [said("complaint_kinds", each.kind), body(each.body), date(each.filed), said("complaint_outcomes", each.outcome)]));
  const rows = [...filed, ...decided, ...complaints];
  return [
    { kind: "table", caption: label("caption"), columns: [{ label: label("step"), share: 2 }, { label: label("body"), share: 2 }, { label: label("when"), share: 1.5 }, { label: label("outcome"), share: 2 }], rows: rows.map((row) => row.map((cell) => cell || letters("not_known"))), empty: label("empty") },
    ...gapUnless(tell, rows.length > 0, "remedies"),
  ];
}

/** From when the term of a ruling on appeal runs, where that is known. */
const counted = (tell: Teller, order: OutOrder): string => (order.countFrom === "not_stated" ? "" : `${tell.letters("detention.count_from")}: ${countedFrom(tell, order)}`);

/** Who submits this. Whether the person agreed is on record only where the record was asked for this receiver. */
export function submitterBlocks(tell: Teller): ReportBlock[] {
  const { letters, organisation, item, destination, reachable } = tell;
  const inHouse = destination.profile === "internal";
  const consent = !inHouse && item.person.named ? [{ label: letters("wgad.consent"), value: letters("wgad.consent_recorded") }] : [];
  return [
    { kind: "facts", rows: [{ label: letters("wgad.organisation"), value: organisation }, ...consent] },
    ...gapUnless(tell, reachable, "contact"),
    ...(inHouse ? [gap(tell, "consent_asked")] : []),
  ];
}
